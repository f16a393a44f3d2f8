package org.nuanxin.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.attachment.AttachmentKind;
import org.nuanxin.attachment.Attachments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Papers, their scans and criteria in one go: all or none. */
@Service
@Transactional
class PaperDesk {

    private final Papers papers;
    private final Criteria criteria;
    private final Attachments attachments;

    PaperDesk(Papers papers, Criteria criteria, Attachments attachments) {
        this.papers = papers;
        this.criteria = criteria;
        this.attachments = attachments;
    }

    /** A scan of a paper. */
    record Scan(
            UUID clientId, AttachmentKind kind, @Nullable String fileName, byte[] content) {}

    /** A paper and, where one was made, its scan. */
    record Brought(Papers.Entry entry, @Nullable Scan scan) {}

    /** Returns how many lines were written. */
    public int record(long familyId, List<Brought> brought, List<Criteria.Answer> answers) {
        List<Papers.Entry> entries =
                brought.stream().map(one -> withScan(familyId, one)).toList();
        return papers.record(familyId, entries) + criteria.record(familyId, answers);
    }

    private Papers.Entry withScan(long familyId, Brought brought) {
        Scan scan = brought.scan();
        Papers.Entry entry = brought.entry();
        if (scan == null) {
            return entry;
        }
        long id = attachments.store(familyId, scan.clientId(), scan.kind(), scan.fileName(), scan.content());
        return new Papers.Entry(entry.code(), entry.state(), entry.on(), entry.substitute(), entry.reference(), id);
    }
}
