package brickwork.verify.check;

import brickwork.data.Samples;
import brickwork.engine.Parameters;
import brickwork.source.DecimalText;
import brickwork.verify.Verdict;
import java.util.stream.IntStream;

/** Which classes are taken for which, over one part of the data. */
public final class Classes {

    private final Subject subject;
    private final int[][] taken;

    private Classes(Subject subject, Parameters parameters, Samples samples) {
        this.subject = subject;
        var names = subject.dataset().classNames().size();
        taken = new int[names][names];
        var width = subject.network().outputs();
        var outputs = subject.outputs(parameters, samples);
        for (var row = 0; row < samples.count(); row++) {
            taken[samples.label(row)][classOf(outputs, row * width, width)]++;
        }
    }

    /** Over {@code samples}, which must have classes. */
    public static Classes of(Subject subject, Parameters parameters, Samples samples) {
        if (!samples.hasClasses()) {
            throw new IllegalStateException("the targets are not classes");
        }
        return new Classes(subject, parameters, samples);
    }

    /** One output stands for class 1 where it is above 0.5; of several the largest counts, the lowest index on a tie. */
    static int classOf(double[] outputs, int at, int width) {
        if (width == 1) {
            return outputs[at] > 0.5 ? 1 : 0;
        }
        return IntStream.range(0, width).reduce(0, (best, k) -> outputs[at + k] > outputs[at + best] ? k : best);
    }

    /** At least this share of the class's samples is taken for what they are. */
    public Verdict recallIsAtLeast(String name, double share) {
        var of = number(name);
        if (of < 0) {
            return absent(name);
        }
        var all = IntStream.of(taken[of]).sum();
        var sentence = taken[of][of] + " of " + all + " samples of class " + name + " are taken for " + name;
        return all == 0 ? new Verdict.Inconclusive("there is no sample of class " + name)
                : taken[of][of] >= share * all ? new Verdict.Passed(sentence)
                : new Verdict.Failed(sentence + ", a recall below " + DecimalText.of(share));
    }

    /** At most so many samples of one class are taken for another. */
    public Verdict areTakenFor(String name, String other, int most) {
        if (number(name) < 0 || number(other) < 0) {
            return absent(number(name) < 0 ? name : other);
        }
        var count = taken[number(name)][number(other)];
        var sentence = count + (count == 1 ? " sample of class " : " samples of class ") + name + " are taken for " + other;
        return count <= most ? new Verdict.Passed(sentence) : new Verdict.Failed(sentence + ", not at most " + most);
    }

    private int number(String name) {
        return subject.dataset().classNames().indexOf(name);
    }

    private Verdict absent(String name) {
        return new Verdict.Inconclusive("there is no class \"" + name + "\" among " + subject.dataset().classNames());
    }
}
