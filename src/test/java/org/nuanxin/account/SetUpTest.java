package org.nuanxin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.nuanxin.NuanxinTest;
import org.nuanxin.common.NotFound;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The first administrator, on a database where nobody has an account yet. */
@NuanxinTest
@TestPropertySource(properties = "nuanxin.test=set-up")
class SetUpTest {

    private static final String PASSWORD = "a quiet river 42";

    @Autowired
    MockMvc web;

    @Autowired
    SetUp setUp;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void oneCodeMakesOneAdministratorOnce() throws Exception {
        // the start made one; a second instance in these minutes makes none, a later start replaces it
        assertThat(setUp.newCode()).isEmpty();
        jdbc.sql("update account_set_up set made_at = now() - interval '6 minutes'")
                .update();
        String replaced = setUp.newCode().orElseThrow();
        jdbc.sql("update account_set_up set made_at = now() - interval '6 minutes'")
                .update();
        String code = startTwoAtOnce();
        assertThat(jdbc.sql("select code_hash from account_set_up")
                        .query(String.class)
                        .single())
                .doesNotContain(code);

        web.perform(get("/sign-in")).andExpect(content().string(containsString("/set-up")));
        web.perform(get("/set-up")).andExpect(status().isOk());
        make("wrong-code-0000-0000", PASSWORD)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("启动日志里最新的启用码")))
                .andExpect(content().string(containsString("value=\"diyi\"")));
        make(replaced, PASSWORD).andExpect(status().isUnprocessableContent());
        make(code, "short").andExpect(status().isUnprocessableContent());
        make(code, "password1234")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("太常见")));

        jdbc.sql(
                        "update account_set_up set made_at = now() - interval '25 hours', expires_at = now() - interval '1 hour'")
                .update();
        make(code, PASSWORD)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("24 小时")));
        jdbc.sql("update account_set_up set expires_at = now() + interval '1 hour'")
                .update();
        assertThat(accounts.isEmpty()).isTrue();

        make(code, PASSWORD).andExpect(redirectedUrl("/sign-in?made"));
        assertThat(accounts.find("diyi").orElseThrow().roles()).containsExactly(Role.SYSTEM_ADMIN);

        web.perform(get("/set-up")).andExpect(status().isNotFound());
        make(code, PASSWORD).andExpect(status().isNotFound());
        assertThatThrownBy(() -> setUp.first(new SetUp.First(code, "dier", "第二", PASSWORD)))
                .isInstanceOf(NotFound.class);
        assertThat(setUp.newCode()).isEmpty();
    }

    /** Two instances that start together print one code between them. */
    private String startTwoAtOnce() throws Exception {
        ExecutorService instances = Executors.newFixedThreadPool(2);
        try {
            Callable<Optional<String>> start = setUp::newCode;
            List<String> printed = new ArrayList<>();
            for (Future<Optional<String>> one : instances.invokeAll(List.of(start, start))) {
                one.get().ifPresent(printed::add);
            }
            assertThat(printed).hasSize(1);
            return printed.get(0);
        } finally {
            instances.shutdownNow();
        }
    }

    private ResultActions make(String code, String password) throws Exception {
        return web.perform(post("/set-up")
                .param("code", code)
                .param("username", "diyi")
                .param("displayName", "第一")
                .param("wanted", password)
                .param("again", password)
                .with(csrf()));
    }
}
