package playground;

/// A file that came inside a multipart request.
record Upload(String fileName, String contentType, byte[] bytes) {}
