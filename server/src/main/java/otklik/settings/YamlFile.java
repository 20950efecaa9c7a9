package otklik.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads a YAML file into a tree with places. Creates no objects by YAML's wish; aliases, depth and size stay within
/// SnakeYAML's limits (50, 50, 3 Mi characters), and an aliased part is read once however often it is used.
public final class YamlFile {
  private final String name;
  private final References references;
  private final Problems problems;
  private final Map<Node, Tree> known = new IdentityHashMap<>();

  private YamlFile(String name, References references, Problems problems) {
    this.name = name;
    this.references = references;
    this.problems = problems;
  }

  /// @param name how errors call the file
  public static Tree.Fields read(Path file, String name, Map<String, String> environment, Problems problems) {
    var references = new References(environment, problems);
    return new YamlFile(name, references, problems).read(file);
  }

  private Tree.Fields read(Path file) {
    var start = new SettingPosition(name, 0);
    try {
      String text = Files.readString(file);
      var options = new LoaderOptions();
      // SnakeYAML would find out only by parsing, which takes many seconds.
      if (text.codePointCount(0, text.length()) > options.getCodePointLimit()) {
        problems.add(start, "exceeds the limit of " + options.getCodePointLimit() + " characters");
        return Tree.Fields.none(start);
      }
      Node root = new Yaml(options).compose(new StringReader(references.mark(text)));
      if (root == null) {
        return Tree.Fields.none(start);
      }
      if (tree(root) instanceof Tree.Fields fields) {
        return fields;
      }
      problems.add(place(root), "the file must consist of 'key: value' lines");
    } catch (CharacterCodingException e) {
      problems.add(start, "is not text in UTF-8");
    } catch (IOException e) {
      problems.add(start, "can't be read: " + e);
    } catch (MarkedYAMLException e) {
      problems.add(new SettingPosition(name, e.getProblemMark().getLine() + 1), "is not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      problems.add(start, "is not YAML: " + e.getMessage());
    }
    return Tree.Fields.none(start);
  }

  private Tree tree(Node node) {
    Tree before = known.get(node);
    if (before != null) {
      return before;
    }
    // Stands in while the node is being read: a node that contains itself ends here.
    known.put(node, new Tree.Scalar(place(node), "", false));
    Tree tree =
        switch (node) {
          case ScalarNode scalar -> references.scalar(place(scalar), text(scalar));
          case SequenceNode sequence -> new Tree.Items(place(sequence), items(sequence));
          case MappingNode mapping -> new Tree.Fields(place(mapping), fields(mapping));
          default -> throw new YAMLException("unexpected " + node.getNodeId());
        };
    known.put(node, tree);
    return tree;
  }

  private static String text(ScalarNode node) {
    boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
    return plain && List.of("~", "null").contains(node.getValue()) ? "" : node.getValue();
  }

  /// `[${OPERATORS}]` is as many items as the variable names.
  private List<Tree> items(SequenceNode node) {
    return node.getValue().stream().map(this::tree).flatMap(YamlFile::split).toList();
  }

  static Stream<Tree> split(Tree item) {
    if (item instanceof Tree.Scalar(var place, var value, var variable) && variable) {
      return Stream.of(value.split(","))
          .map(String::strip)
          .filter(part -> !part.isEmpty())
          .map(part -> new Tree.Scalar(place, part, true));
    }
    return Stream.of(item);
  }

  private Map<String, Tree.Field> fields(MappingNode node) {
    var fields = new LinkedHashMap<String, Tree.Field>();
    for (NodeTuple tuple : node.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        String label = references.scalar(place(key), key.getValue()).value();
        var field = new Tree.Field(place(key), label, tree(tuple.getValueNode()));
        if (fields.putIfAbsent(label, field) != null) {
          problems.add(place(key), "the key '" + label + "' is given twice");
        }
      } else {
        problems.add(place(tuple.getKeyNode()), "a key must be a word");
      }
    }
    return fields;
  }

  private SettingPosition place(Node node) {
    return new SettingPosition(name, node.getStartMark().getLine() + 1);
  }
}
