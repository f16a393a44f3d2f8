package org.nuanxin.reverification;

/** Where a family stands in a campaign: each in exactly one, so that the numbers add up. */
enum ItemState {
    /** settled by data matching, nobody was bothered */
    MATCH,
    VISIT,
    OFFICE,
    /** something differs and waits for a decision */
    DIFFERS,
    OPEN,
    /** the window is over and something is still open, differing ones too */
    LATE,
    LEFT;

    /** For a statement whose item is {@code i}, whose campaign is {@code c} and whose parameter {@code today} is given. */
    static final String SQL = """
            case when i.status = 'DONE' then i.how when i.status = 'LEFT' then 'LEFT'
                 when c.ends_on <= :today then 'LATE' when i.differs then 'DIFFERS' else 'OPEN' end""";

    /** The township an item is counted in; the same words for the figure and for its rows. */
    static final String TOWNSHIP = """
            rtrim(concat_ws('/', split_part(i.region_path, '/', 1), split_part(i.region_path, '/', 2),
                            split_part(i.region_path, '/', 3)), '/') || '/'""";
}
