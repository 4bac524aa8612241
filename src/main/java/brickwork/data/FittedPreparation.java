package brickwork.data;

import java.util.List;

/**
 * What was learned of the training part before the network: how columns become inputs, how numbers are scaled, and what things are called.
 * Rows from elsewhere go the same way.
 *
 * @param columns     of the file
 * @param scaling     of the inputs
 * @param targetNames one a target column; empty where they have none
 * @param classNames  one a class; empty where there are no classes
 */
public record FittedPreparation(InputColumns columns, FittedScaling scaling, List<String> targetNames, List<String> classNames) {

    /** Inputs as they come, and no names. */
    public static final FittedPreparation NONE = of(FittedScaling.NONE, List.of());

    public FittedPreparation {
        targetNames = List.copyOf(targetNames);
        classNames = List.copyOf(classNames);
    }

    /** Numbers that are scaled, and names of classes. */
    public static FittedPreparation of(FittedScaling scaling, List<String> classNames) {
        return new FittedPreparation(InputColumns.NONE, scaling, List.of(), classNames);
    }

    public FittedPreparation withColumns(InputColumns other) {
        return new FittedPreparation(other, scaling, targetNames, classNames);
    }

    public FittedPreparation withScaling(FittedScaling other) {
        return new FittedPreparation(columns, other, targetNames, classNames);
    }

    FittedPreparation withTargetNames(List<String> others) {
        return new FittedPreparation(columns, scaling, others, classNames);
    }

    public FittedPreparation withClassNames(List<String> others) {
        return new FittedPreparation(columns, scaling, targetNames, others);
    }
}
