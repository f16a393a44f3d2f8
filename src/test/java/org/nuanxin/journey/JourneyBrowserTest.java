package org.nuanxin.journey;

import org.junit.jupiter.api.Test;
import org.nuanxin.browser.BrowserTest;
import org.nuanxin.browser.Visitor;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole job, from a roster to what another county sees of it: nothing. With a database of its own: the rosters of
 * the samples can be imported once.
 */
@BrowserTest
@TestPropertySource(properties = "nuanxin.journey=own")
class JourneyBrowserTest {

    @Test
    void inChinese(Visitor visitor) throws Exception {
        job(visitor, Office.LICHENG);
    }

    @Test
    void inEnglish(Visitor visitor) throws Exception {
        job(visitor, Office.ANXI);
    }

    @Test
    void onAPhone(Visitor visitor) throws Exception {
        job(visitor, Office.JINJIANG);
    }

    private static void job(Visitor visitor, Office office) throws Exception {
        Journey journey = new Journey(visitor, office);
        journey.signIn(office.caseworker());
        journey.importRoster();
        journey.importRosterAgain();
        String stock = journey.findFamily();
        journey.readFamily(stock);

        journey.signIn(office.approver());
        journey.confirm(stock);

        journey.signIn(office.caseworker());
        journey.supplyMissingFact(stock);
        String loss = journey.takeLead();
        journey.registerLead(loss);
        journey.worklistShows(loss, true);
        journey.logVisit(loss);
        journey.worklistShows(loss, false);
        journey.seatCareGroup(loss);

        journey.signIn("zhengce");
        journey.readReport();

        journey.signIn(office.elsewhere());
        journey.isInvisible(stock, loss);
        journey.pictures().werePleasant();
    }
}
