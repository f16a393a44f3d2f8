package org.nuanxin.care;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Accounts;
import org.nuanxin.account.CanLogVisits;
import org.nuanxin.common.Formats;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyHeads;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One task: name who goes and when, or put it off with a reason. */
@Controller
class TaskController {

    private final CareTasks tasks;
    private final CareTaskRepository repository;
    private final FamilyHeads heads;
    private final Accounts accounts;
    private final Formats formats;

    TaskController(
            CareTasks tasks, CareTaskRepository repository, FamilyHeads heads, Accounts accounts, Formats formats) {
        this.tasks = tasks;
        this.repository = repository;
        this.heads = heads;
        this.accounts = accounts;
        this.formats = formats;
    }

    /** What the page shows of a task; the note is the words of who told us. */
    record Shown(
            long id,
            TaskKind kind,
            TaskReason reason,
            LocalDate reasonOn,
            LocalDate limitOn,
            LocalDate dueOn,
            @Nullable String note,
            @Nullable String postponedBecause,
            boolean open) {}

    @GetMapping("/visits/tasks/{id:\\d+}")
    @CanLogVisits
    String page(@PathVariable long id, Model model) {
        CareTask task = repository.findById(id).orElseThrow(NotFound::new);
        TaskForm form = new TaskForm();
        form.setVersion(task.version());
        form.setAssignee(task.assigneeId());
        form.setPlannedOn(task.plannedOn());
        form.setPlannedAt(task.plannedAt());
        model.addAttribute("form", form);
        return show(task, model);
    }

    @PostMapping("/visits/tasks/{id:\\d+}/assign")
    @CanLogVisits
    ModelAndView assign(
            @PathVariable long id,
            @ModelAttribute("form") TaskForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        CareTask task = repository.findById(id).orElseThrow(NotFound::new);
        Long to = form.getAssignee();
        if (to != null && !visitors(heads.read(task.familyId())).containsKey(to)) {
            errors.rejectValue("assignee", "care.error.assignee");
        }
        LocalDate on = form.getPlannedOn();
        if (on != null && on.isBefore(formats.today())) {
            errors.rejectValue("plannedOn", "care.error.plannedOn");
        }
        if (errors.hasErrors()) {
            return new ModelAndView(show(task, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        tasks.assign(id, form.getVersion(), to, on, form.getPlannedAt());
        flash.addFlashAttribute("notice", "care.notice.assigned");
        return new ModelAndView("redirect:/visits/tasks/" + id);
    }

    @PostMapping("/visits/tasks/{id:\\d+}/postpone")
    @CanLogVisits
    ModelAndView postpone(
            @PathVariable long id,
            @ModelAttribute("form") TaskForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        CareTask task = repository.findById(id).orElseThrow(NotFound::new);
        String because = form.getBecause();
        LocalDate to = form.getTo();
        if (because == null || because.isBlank() || because.length() > 200) {
            errors.rejectValue("because", "care.error.reason");
        }
        if (to == null) {
            errors.rejectValue("to", "care.error.to");
        }
        if (!errors.hasErrors() && to != null && because != null) {
            try {
                tasks.postpone(id, form.getVersion(), to, because.strip());
                flash.addFlashAttribute("notice", "care.notice.postponed");
                return new ModelAndView("redirect:/visits/tasks/" + id);
            } catch (Rejected refused) {
                errors.rejectValue("to", refused.key(), refused.arguments(), null);
            }
        }
        return new ModelAndView(show(task, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String show(CareTask task, Model model) {
        FamilyHead family = heads.open(task.familyId());
        model.addAttribute("family", family);
        model.addAttribute(
                "task",
                new Shown(
                        task.id(),
                        task.kind(),
                        task.reason(),
                        task.reasonOn(),
                        task.limitOn(),
                        task.dueOn(),
                        task.note(),
                        task.postponedBecause(),
                        task.status() == TaskStatus.OPEN));
        model.addAttribute("visitors", visitors(family));
        return "care/task-page";
    }

    private Map<Long, String> visitors(FamilyHead family) {
        Map<Long, String> names = new LinkedHashMap<>();
        accounts.visitors(family.residencePath())
                .forEach(colleague -> names.put(colleague.id(), colleague.displayName()));
        return names;
    }
}
