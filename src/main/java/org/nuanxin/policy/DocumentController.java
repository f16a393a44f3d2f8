package org.nuanxin.policy;

import org.nuanxin.account.CanSeePolicy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The documents rules are read from or rest on, clause by clause, and what in them is still to be settled. */
@Controller
class DocumentController {

    private final Library library;

    DocumentController(Library library) {
        this.library = library;
    }

    @GetMapping("/policy/documents")
    @CanSeePolicy
    String list(Model model) {
        model.addAttribute("documents", library.documents());
        return "policy/document-list";
    }

    @GetMapping("/policy/documents/{id}")
    @CanSeePolicy
    String document(@PathVariable long id, Model model) {
        model.addAttribute("document", library.document(id));
        model.addAttribute("clauses", library.clauses(id));
        return "policy/document-page";
    }

    @GetMapping("/policy/assumptions")
    @CanSeePolicy
    String assumptions(Model model) {
        model.addAttribute("readings", library.readings());
        return "policy/assumption-list";
    }
}
