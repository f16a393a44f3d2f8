package org.nuanxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages are complete, every key a page asks for exists, and no key is left over. */
class MessagesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/i18n");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path CODE = Path.of("src/main/java");
    /** The lunar date is one word in Chinese and two numbers in English. */
    private static final Set<String> WRITTEN_DIFFERENTLY = Set.of("worklist.day");
    /** {@code #{family.title}} or {@code #{family.title(…)}} */
    private static final Pattern FIXED = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*[A-Za-z0-9])[(}]");
    /** {@code #{${'status.' + x}}}, {@code #{|status.${x}|}}: the part before the variable. */
    private static final Pattern COMPOSED =
            Pattern.compile("['|\"]([a-z][a-zA-Z0-9-]*\\.(?:[A-Za-z0-9-]+\\.?)*[.-]?)(?:\\$\\{|['\"|])");

    private static final Pattern QUOTED = Pattern.compile("[\"'|`{(]([a-z][a-zA-Z0-9-]*(?:\\.[A-Za-z0-9_-]+)+[.-]?)");

    private static final Pattern SETTING =
            Pattern.compile("Setting\\.(?:days|number|choice|yesNo)\\(\\s*\"([a-z.-]+)\"");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(keys("_en")).isEqualTo(keys(""));
    }

    @Test
    void noTextIsEmptyAndEveryPatternIsWellFormed() throws IOException {
        for (String language : List.of("", "_en")) {
            texts(language).forEach((key, text) -> {
                assertThat(text).as(key + language).isNotBlank();
                new MessageFormat(text);
            });
        }
    }

    @Test
    void bothLanguagesTakeTheSameArguments() throws IOException {
        Map<String, String> english = texts("_en");
        texts("")
                .forEach((key, text) -> assertThat(arguments(english.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(arguments(text)));
    }

    @Test
    void everyKeyThatATemplateNamesExists() throws IOException {
        Set<String> known = keys("");
        Set<String> missing = new TreeSet<>();
        for (String template : read(TEMPLATES, ".html")) {
            Matcher named = FIXED.matcher(template);
            while (named.find()) {
                if (!known.contains(named.group(1))) {
                    missing.add(named.group(1));
                }
            }
        }
        assertThat(missing).as("keys without a text").isEmpty();
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        List<String> sources = new ArrayList<>(read(TEMPLATES, ".html"));
        sources.addAll(read(CODE, ".java"));
        sources.addAll(read(Path.of("src/main/resources/db"), ".sql"));
        Set<String> fixed = new TreeSet<>();
        Set<String> prefixes = new TreeSet<>();
        for (String source : sources) {
            collect(FIXED.matcher(source), fixed);
            collect(QUOTED.matcher(source), fixed);
            collect(COMPOSED.matcher(source), prefixes);
        }
        sources.forEach(source -> collectSettings(source, prefixes));
        fixed.stream().filter(key -> key.endsWith(".") || key.endsWith("-")).forEach(prefixes::add);
        Set<String> composed = prefixes.stream()
                .filter(prefix -> prefix.endsWith(".") || prefix.endsWith("-"))
                .collect(Collectors.toSet());
        Set<String> leftOver = keys("").stream()
                .filter(key -> !fixed.contains(key))
                .filter(key -> composed.stream().noneMatch(key::startsWith))
                .filter(key -> !key.startsWith("typeMismatch"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(leftOver).as("keys nobody asks for").isEmpty();
    }

    /** The words of a setting are its key with .name, .what or a choice. */
    private static void collectSettings(String source, Set<String> prefixes) {
        Matcher named = SETTING.matcher(source);
        while (named.find()) {
            prefixes.add(named.group(1) + ".");
        }
    }

    private static void collect(Matcher matcher, Set<String> into) {
        while (matcher.find()) {
            into.add(matcher.group(1));
        }
    }

    private static List<Integer> arguments(String text) {
        Matcher numbers = Pattern.compile("\\{(\\d)").matcher(text);
        Set<Integer> found = new TreeSet<>();
        while (numbers.find()) {
            found.add(Integer.parseInt(numbers.group(1)));
        }
        return List.copyOf(found);
    }

    private static Set<String> keys(String language) throws IOException {
        return texts(language).keySet();
    }

    private static Map<String, String> texts(String language) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(BUNDLES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(language + ".properties")
                            && (!language.isEmpty() || !path.toString().endsWith("_en.properties")))
                    .toList()) {
                Properties bundle = new Properties();
                try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    bundle.load(text);
                }
                bundle.forEach((key, value) -> assertThat(all.put((String) key, (String) value))
                        .as("%s stands twice", key)
                        .isNull());
            }
        }
        return all;
    }

    private static List<String> read(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> texts = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }
}
