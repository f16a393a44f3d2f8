package org.nuanxin.care;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A member of the family at a visit. */
@Entity
@Table(name = "visit_member")
class VisitMember {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "visit_member_seq")
    @SequenceGenerator(name = "visit_member_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "visit_id")
    private long visitId;

    @Column(name = "family_id")
    private long familyId;

    @Column(name = "region_path")
    private String regionPath;

    @Column(name = "person_id")
    private long personId;

    private boolean met;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] body;

    @Enumerated(EnumType.STRING)
    private @Nullable Sleep sleep;

    @Enumerated(EnumType.STRING)
    private @Nullable Mood mood;

    @SuppressWarnings("NullAway.Init")
    protected VisitMember() {}

    VisitMember(Visit visit, NewVisit.Member member) {
        this.visitId = visit.id();
        this.familyId = visit.familyId();
        this.regionPath = visit.regionPath();
        this.personId = member.personId();
        this.body = new String[0];
        say(member);
    }

    void say(NewVisit.Member member) {
        this.met = member.met();
        this.body = Visit.names(member.body());
        this.sleep = member.sleep();
        this.mood = member.mood();
    }

    NewVisit.Member said() {
        return new NewVisit.Member(personId, met, Visit.values(Body.class, body), sleep, mood);
    }

    long personId() {
        return personId;
    }
}
