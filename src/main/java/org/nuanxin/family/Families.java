package org.nuanxin.family;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Pinyin;
import org.nuanxin.common.Rejected;
import org.nuanxin.region.RegionPath;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From the first word of a loss to a registered family. */
@Service
@Transactional
public class Families {

    private static final int CHUNK = 500;

    private final FamilyRepository families;
    private final Members members;
    private final FileNumbers numbers;
    private final Authors authors;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final EntityManager entities;

    Families(
            FamilyRepository families,
            Members members,
            FileNumbers numbers,
            Authors authors,
            Audit audit,
            ApplicationEventPublisher events,
            EntityManager entities) {
        this.families = families;
        this.members = members;
        this.numbers = numbers;
        this.authors = authors;
        this.audit = audit;
        this.events = events;
        this.entities = entities;
    }

    /**
     * A lead (线索): no form, only what somebody told us.
     *
     * @param knownOn the day we learned of it, not in the future
     */
    public record Lead(
            UUID clientId,
            String regionPath,
            String name,
            @Nullable String phone,
            LocalDate knownOn,
            @Nullable String toldBy) {}

    /** Takes a lead; the same client id again is the same lead. Returns the family's id. */
    public long takeLead(Lead lead) {
        return families.findByClientId(lead.clientId()).map(Family::id).orElseGet(() -> {
            Family.Author author = authors.now();
            Family family = families.save(Family.lead(
                    lead.clientId(), lead.regionPath(), Pinyin.of(lead.name()), lead.knownOn(), lead.toldBy(), author));
            members.add(family, List.of(members.namedOnly(lead.name(), lead.phone())), author);
            audit.record(Act.of("family.lead-taken", family.id()));
            events.publishEvent(new LeadTaken(family.id(), lead.knownOn()));
            return family.id();
        });
    }

    /** Registers a family that came to the counter; a new loss starts its clock here too. Returns the family's id. */
    public long register(NewFamily wanted) {
        return families.findByClientId(wanted.clientId())
                .map(Family::id)
                .orElseGet(() -> registerAll(List.of(wanted)).get(0));
    }

    /** Whether a form with this client id was saved before: sending it again is no duplicate. */
    @Transactional(readOnly = true)
    public boolean isRegistered(UUID clientId) {
        return families.findByClientId(clientId).isPresent();
    }

    /** Completes a lead: what was told is kept, the first-visit clock goes on. */
    public void registerLead(long familyId, NewFamily details) {
        Family family = families.findById(familyId).orElseThrow(NotFound::new);
        Family.Author author = authors.now();
        family.register(details, numbers.take(details.filingPath(), 1).remove(), author);
        family.sortAs(sortName(details));
        // people are written after the file has moved: they carry its path
        families.flush();
        CitizenIdClash.translating(entities, () -> {
            members.completeLead(family, details, author);
            return true;
        });
        audit.record(Act.of("family.registered", family.id()));
    }

    /**
     * Registers many at once, all or none, in chunks. Returns their ids in the given order.
     *
     * @throws Rejected where a citizen ID is a member's already, anywhere in the city
     */
    public List<Long> registerAll(List<NewFamily> wanted) {
        List<Long> ids = new ArrayList<>(wanted.size());
        for (int from = 0; from < wanted.size(); from += CHUNK) {
            List<NewFamily> chunk = wanted.subList(from, Math.min(from + CHUNK, wanted.size()));
            ids.addAll(CitizenIdClash.translating(entities, () -> registerChunk(chunk)));
            if (wanted.size() > CHUNK) {
                entities.flush();
                entities.clear();
            }
        }
        return ids;
    }

    private List<Long> registerChunk(List<NewFamily> chunk) {
        Family.Author author = authors.now();
        Map<String, Deque<String>> fileNumbers = chunk.stream()
                .collect(Collectors.groupingBy(family -> county(family), Collectors.counting()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> numbers.take(e.getKey(), e.getValue().intValue())));
        List<Family> saved = new ArrayList<>(chunk.size());
        for (NewFamily wanted : chunk) {
            Family family = Family.of(wanted, sortName(wanted), author);
            family.register(
                    wanted,
                    Objects.requireNonNull(fileNumbers.get(county(wanted))).remove(),
                    author);
            saved.add(family);
        }
        families.saveAll(saved);
        members.addAll(saved, chunk, author);
        audit.record(saved.stream()
                .map(family -> Act.of("family.registered", family.id()))
                .toList());
        for (Family family : saved) {
            LocalDate knownOn = family.knownOn();
            if (family.origin() == Origin.NEW && knownOn != null) {
                events.publishEvent(new LeadTaken(family.id(), knownOn));
            }
        }
        return saved.stream().map(Family::id).toList();
    }

    private static String county(NewFamily family) {
        List<String> paths = new RegionPath(family.filingPath()).ancestorsAndSelf();
        return paths.get(Math.min(1, paths.size() - 1));
    }

    /** Lists sort by the contact person's sound. */
    private static String sortName(NewFamily family) {
        return family.people().stream()
                .filter(NewFamily.NewPerson::contact)
                .findFirst()
                .or(() -> family.people().stream().findFirst())
                .map(person -> Pinyin.of(person.name()))
                .orElse("");
    }

    /** Ids of those among the given families that this account may see. */
    @Transactional(readOnly = true)
    public List<Long> visible(Collection<Long> ids) {
        return families.findByIdIn(ids).stream().map(Family::id).toList();
    }
}
