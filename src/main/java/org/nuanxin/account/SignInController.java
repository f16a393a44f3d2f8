package org.nuanxin.account;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignInController {

    private final List<DemoAccount> demoAccounts;

    private final SetUp setUp;

    SignInController(ObjectProvider<List<DemoAccount>> offered, SetUp setUp) {
        this.demoAccounts = offered.getIfAvailable(List::of);
        this.setUp = setUp;
    }

    @GetMapping("/sign-in")
    @Anyone
    String form(Model model) {
        model.addAttribute("demoAccounts", demoAccounts);
        model.addAttribute("setUp", setUp.isOpen());
        return "account/sign-in";
    }
}
