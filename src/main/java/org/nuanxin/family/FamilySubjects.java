package org.nuanxin.family;

import java.util.List;
import org.nuanxin.common.Subject;

/** Subjects of a family that another feature keeps, such as its Care Group; the benefits page decides for them too. */
public interface FamilySubjects {

    List<Subject> of(long familyId);
}
