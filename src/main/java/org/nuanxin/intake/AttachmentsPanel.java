package org.nuanxin.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Role;
import org.nuanxin.attachment.AttachmentKind;
import org.nuanxin.attachment.Attachments;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyPanel;
import org.springframework.stereotype.Component;

/** 附件: the files of a family. */
@Component
class AttachmentsPanel implements FamilyPanel {

    private final Attachments attachments;

    AttachmentsPanel(Attachments attachments) {
        this.attachments = attachments;
    }

    /** {@code kind}: what is shown only; {@code kinds}: what there is to choose. */
    record Files(
            List<Attachments.Listed> rows,
            Set<AttachmentKind> kinds,
            @Nullable String kind) {}

    @Override
    public String tab() {
        return "attachments";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CASEWORKER, Role.FPA_STAFF, Role.APPROVER);
    }

    @Override
    public String template() {
        return "intake/attachments-panel :: panel";
    }

    @Override
    public Files content(FamilyHead family, Map<String, String> parameters) {
        List<Attachments.Listed> all = attachments.ofFamily(family.id());
        Set<AttachmentKind> kinds = new TreeSet<>();
        all.forEach(file -> kinds.add(file.kind()));
        String kind = parameters.get("kind");
        return new Files(
                all.stream()
                        .filter(file -> kind == null || file.kind().name().equals(kind))
                        .toList(),
                kinds,
                kind);
    }
}
