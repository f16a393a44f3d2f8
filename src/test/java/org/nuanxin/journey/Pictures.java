package org.nuanxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nuanxin.browser.Visitor;

/** Looks at each page once: axe, nothing wider than the screen; keeps the pictures that README and guide show. */
final class Pictures {

    /** {@code -Dnuanxin.pictures=docs/images} renews those of the guide. */
    private static final Path FOLDER = Path.of(System.getProperty("nuanxin.pictures", "target/pictures/guide"));

    private final Visitor visitor;
    private final Office office;
    private final Set<String> seen = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();

    Pictures(Visitor visitor, Office office) {
        this.visitor = visitor;
        this.office = office;
    }

    /** Looks at the page, once for each name. */
    void look(String name) {
        visitor.page().waitForLoadState();
        if (seen.add(name)) {
            visitor.violations().forEach(violation -> complaints.add(name(name) + ", axe: " + violation));
            visitor.overflow().forEach(wide -> complaints.add(name(name) + ", wider than the screen: " + wide));
        }
    }

    /** Looks at the page and keeps its picture. */
    void take(String name) {
        look(name);
        visitor.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(FOLDER.resolve(name(name) + ".png"))
                        .setFullPage(true));
    }

    /** Nothing was wrong on any page so far. */
    void werePleasant() {
        assertThat(complaints).isEmpty();
    }

    private String name(String page) {
        return page + "-" + office.language() + (office.phone() ? "-phone" : "");
    }
}
