package org.nuanxin.account;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignInController {

    private final List<DemoAccount> demoAccounts;

    SignInController(ObjectProvider<List<DemoAccount>> offered) {
        this.demoAccounts = offered.getIfAvailable(List::of);
    }

    @GetMapping("/sign-in")
    @Anyone
    String form(Model model) {
        model.addAttribute("demoAccounts", demoAccounts);
        return "account/sign-in";
    }
}
