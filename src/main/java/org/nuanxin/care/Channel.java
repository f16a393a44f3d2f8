package org.nuanxin.care;

/** How we met the family. */
public enum Channel {
    HOME,
    PHONE,
    /** at a station, a hospital, an office: in person, not at home */
    VENUE,
    /** the last three serve those who refuse visits: a parcel, through a relative, a neighbour's safety check */
    PARCEL,
    RELATIVE,
    NEIGHBOUR;

    boolean inPerson() {
        return this == HOME || this == VENUE;
    }

    /** Offered only to families that do not want visits. */
    boolean byWish() {
        return ordinal() >= PARCEL.ordinal();
    }
}
