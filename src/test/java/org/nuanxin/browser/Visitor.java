package org.nuanxin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody in front of the browser: opens pages, reads them, looks at them at a width, and takes pictures. */
public final class Visitor {

    /** Widths pages are looked at: an office screen, a phone, and the narrowest (a screen of 1280 at 400 %). */
    public static final List<Integer> WIDTHS = List.of(1440, 390, 320);

    private static final int PHONE = 390;

    private static final Path PICTURES = Path.of("target", "pictures");

    private final String base;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visitor(Browser browser, String base) {
        this.base = base;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setReducedMotion(ReducedMotion.REDUCE));
        this.page = context.newPage();
        page.setDefaultTimeout(25_000);
        // a refused script or style, or an error of ours, is a defect wherever it shows
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** The Playwright page, for what has no word here. */
    public Page page() {
        return page;
    }

    public Visitor open(String path) {
        page.navigate(base + path);
        return this;
    }

    /** Signs in with the demonstration account, and lands on its first page. */
    public Visitor signIn(String username) {
        return signIn(username, "nuanxin-2026");
    }

    public Visitor signIn(String username, String password) {
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("NUANXIN"));
        open("/sign-in");
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("form:has(#password) button[type=submit]").click();
        return this;
    }

    /** Switches the page at hand. */
    public Visitor language(String lang) {
        page.locator(".lang a[lang^=" + lang + "]").first().click();
        return this;
    }

    public Visitor width(int pixels) {
        page.setViewportSize(pixels, pixels < 700 ? 844 : 900);
        return this;
    }

    public Visitor click(AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first().click();
        return this;
    }

    /** The page at hand as {@code target/pictures/<name>.png}, in its full height. */
    public Visitor picture(String name) {
        page.evaluate("() => window.scrollTo(0, 0)");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
        return this;
    }

    /**
     * Asserts that nothing scrolls sideways at any width, that axe finds nothing at the widest and the narrowest (the phone
     * has the narrowest one's layout), and that the console is silent.
     */
    public Visitor isPleasant(String name) {
        for (int width : WIDTHS) {
            width(width);
            String lang = page.locator("html").getAttribute("lang").substring(0, 2);
            picture(name + "-" + lang + "-" + width);
            if (width != PHONE) {
                assertThat(violations())
                        .as("%s %s at %d px, axe", name, lang, width)
                        .isEmpty();
            }
            assertThat(overflow())
                    .as("%s %s at %d px, wider than the screen", name, lang, width)
                    .isEmpty();
        }
        assertThat(complaints).as("%s, console", name).isEmpty();
        width(1440);
        return this;
    }

    /** What axe finds, a line each: rule, and the first places. */
    public List<String> violations() {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(Visitor::line)
                        .toList();
    }

    private static String line(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " — "
                + rule.getNodes().stream()
                        .limit(4)
                        .map(node -> node.getTarget() + " " + node.getHtml())
                        .toList();
    }

    /** Elements that make the page scroll sideways. */
    @SuppressWarnings("unchecked")
    public List<String> overflow() {
        return (List<String>) page.evaluate("""
                () => {
                  const wide = document.documentElement.clientWidth;
                  if (document.documentElement.scrollWidth <= wide) return [];
                  const inScroller = e => {
                    for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
                      if (getComputedStyle(p).overflowX !== 'visible') return true;
                    return false;
                  };
                  return [...document.querySelectorAll('body *')]
                    .filter(e => e.getBoundingClientRect().right > wide + 1 && !inScroller(e))
                    .slice(0, 5).map(e => e.tagName + '.' + e.getAttribute('class') + ' ' + Math.round(e.getBoundingClientRect().right))
                    .concat(['page ' + document.documentElement.scrollWidth + ' > ' + wide]);
                }""");
    }

    void leave() {
        context.close();
    }
}
