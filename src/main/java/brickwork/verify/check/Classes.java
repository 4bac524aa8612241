package brickwork.verify.check;

import brickwork.data.Samples;
import brickwork.engine.Parameters;
import brickwork.source.DecimalText;
import brickwork.train.metric.ConfusionMatrix;
import brickwork.verify.Verdict;

/** Which classes are taken for which, over one part of the data. */
public final class Classes {

    private final Subject subject;
    private final ConfusionMatrix taken;

    private Classes(Subject subject, Parameters parameters, Samples samples) {
        this.subject = subject;
        taken = ConfusionMatrix.of(samples, subject.outputs(parameters, samples));
    }

    /** Over {@code samples}, which must have classes. */
    public static Classes of(Subject subject, Parameters parameters, Samples samples) {
        if (!samples.hasClasses()) {
            throw new IllegalStateException("the targets are not classes");
        }
        return new Classes(subject, parameters, samples);
    }

    /** At least this share of the class's samples is taken for what they are. */
    public Verdict recallIsAtLeast(String name, double share) {
        var of = number(name);
        if (of < 0) {
            return absent(name);
        }
        var all = taken.actual(of);
        var right = taken.count(of, of);
        var sentence = right + " of " + all + " samples of class " + name + " are taken for " + name;
        return all == 0 ? new Verdict.Inconclusive("there is no sample of class " + name)
                : right >= share * all ? new Verdict.Passed(sentence)
                : new Verdict.Failed(sentence + ", a recall below " + DecimalText.of(share));
    }

    /** At most so many samples of one class are taken for another. */
    public Verdict areTakenFor(String name, String other, int most) {
        if (number(name) < 0 || number(other) < 0) {
            return absent(number(name) < 0 ? name : other);
        }
        var count = taken.count(number(name), number(other));
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
