package health.strand.demo;

import static health.strand.demo.Concepts.concept;

import health.strand.profiles.CodeSystems;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.hl7.fhir.r4.model.Invoice;
import org.hl7.fhir.r4.model.Money;
import org.hl7.fhir.r4.model.Reference;

/** Writes invoices. They say what is charged for in the clinic's own words, and nothing about why. */
final class BillingPart {

    private final Chart chart;
    private final Reference account;
    private int issued;

    BillingPart(Chart chart, Reference account) {
        this.chart = chart;
        this.account = account;
    }

    void charge(String code, int amount, LocalDate day) {
        Invoice invoice = new Invoice()
                .setStatus(
                        day.isBefore(chart.today().minusDays(30))
                                ? Invoice.InvoiceStatus.BALANCED
                                : Invoice.InvoiceStatus.ISSUED)
                .setSubject(chart.patient())
                .setDateElement(Times.day(day))
                .setAccount(account)
                .setIssuer(chart.clinic())
                .setTotalNet(euro(amount))
                .setTotalGross(euro(amount));
        invoice.addIdentifier().setSystem(CodeSystems.DEMO_IDENTIFIER).setValue(number());
        invoice.addLineItem()
                .setChargeItem(concept(CodeSystems.CHARGE, code))
                .addPriceComponent()
                .setType(Invoice.InvoicePriceComponentType.BASE)
                .setAmount(euro(amount));
        chart.add(invoice, Labels.normal());
    }

    private String number() {
        issued++;
        return String.format(Locale.ROOT, "invoice-%05d-%d", chart.story().number() + 1, issued);
    }

    private static Money euro(int amount) {
        return new Money().setCurrency("EUR").setValue(BigDecimal.valueOf(amount));
    }
}
