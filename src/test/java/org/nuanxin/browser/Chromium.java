package org.nuanxin.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Starts the machine's own Chromium once, and gives each test a visitor with clean cookies. */
class Chromium implements BeforeAllCallback, ParameterResolver, AfterEachCallback {

    private static final Namespace PLACE = Namespace.create(Chromium.class);
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    /** Quiet: no look at the network but ours, nothing kept, and Chinese dates in the native calendar. */
    private static final List<String> ARGUMENTS = List.of(
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--lang=zh-CN");

    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    private static @Nullable Path installed() {
        return PLACES.stream().filter(Files::isExecutable).findFirst().orElse(null);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Assumptions.assumeTrue(installed() != null, "no Chromium installed: browser tests are skipped");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitor.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running =
                context.getRoot().getStore(PLACE).computeIfAbsent(Running.class, type -> start(), Running.class);
        String port = SpringExtension.getApplicationContext(context)
                .getEnvironment()
                .getRequiredProperty("local.server.port");
        Visitor visitor = new Visitor(running.browser(), "http://localhost:" + port);
        context.getStore(PLACE).put(Visitor.class, visitor);
        return visitor;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Visitor visitor = context.getStore(PLACE).remove(Visitor.class, Visitor.class);
        if (visitor != null) {
            visitor.leave();
        }
    }

    private static Running start() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(installed())
                        .setChromiumSandbox(false)
                        .setArgs(ARGUMENTS));
        return new Running(playwright, browser);
    }
}
