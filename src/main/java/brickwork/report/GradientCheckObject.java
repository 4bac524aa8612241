package brickwork.report;

import brickwork.verify.gradient.GradientEntry;
import brickwork.verify.gradient.GradientFigures;
import brickwork.verify.gradient.GradientReport;

/** A gradient check as the JSON object of {@code nn gradcheck --json}. */
final class GradientCheckObject {

    private GradientCheckObject() {}

    static JsonObject of(GradientReport report) {
        return new JsonObject()
                .put("passed", report.passed())
                .put("diff", report.diff())
                .put("norm", report.norm())
                .put("parameters", report.parameters())
                .put("samples", report.samples())
                .put("data_loss", report.dataLoss())
                .put("penalty", report.penaltyLoss())
                .put("data_loss_diff", report.data().diff())
                .put("data_loss_norm", report.data().norm())
                .put("penalty_diff", report.penalty().diff())
                .put("penalty_norm", report.penalty().norm())
                .put("penalties", report.penalties().stream().map(GradientCheckObject::penalty).toList())
                .put("at_fault", report.blame())
                .put("dual_diff", report.dual().map(GradientFigures::diff))
                .put("kinks", report.kinks())
                .put("worst", report.worst().map(GradientCheckObject::entry))
                .put("tensors", report.tensors().stream().map(GradientCheckObject::tensor).toList());
    }

    private static JsonObject entry(GradientEntry entry) {
        return new JsonObject()
                .put("layer", entry.parameter().layer())
                .put("tensor", entry.parameter().tensor())
                .put("row", entry.parameter().row())
                .put("column", entry.parameter().column())
                .put("backward", entry.backward())
                .put("numeric", entry.numeric())
                .put("diff", entry.diff())
                .put("line", entry.origin().line());
    }

    private static JsonObject penalty(GradientReport.OfPenalty penalty) {
        return new JsonObject()
                .put("name", penalty.penalty().word())
                .put("diff", penalty.figures().diff())
                .put("worst", penalty.figures().worst().map(GradientCheckObject::entry));
    }

    private static JsonObject tensor(GradientReport.OfTensor tensor) {
        return new JsonObject()
                .put("name", tensor.name())
                .put("layer", tensor.layer())
                .put("rows", tensor.rows())
                .put("columns", tensor.columns())
                .put("diff", tensor.total().diff())
                .put("norm", tensor.total().norm())
                .put("worst", tensor.total().worst().map(GradientCheckObject::entry));
    }
}
