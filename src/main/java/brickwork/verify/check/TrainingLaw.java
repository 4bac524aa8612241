package brickwork.verify.check;

import brickwork.verify.Check;

/** What holds of every training, whatever the spec says. */
public sealed interface TrainingLaw extends Check
        permits
        AllocationCheck,
        InitialDraws,
        OneStep,
        ScalingFit,
        StopRules,
        Subgradient,
        TestPartUnused {

    @Override
    default String sentence() {
        return switch (this) {
            case AllocationCheck _ -> "a training step allocates nothing";
            case InitialDraws _ -> "the initial parameters are those their schemes draw";
            case OneStep _ -> "one step moves each parameter by exactly -rate times its gradient";
            case ScalingFit _ -> "the scaling is that of the training part alone";
            case StopRules _ -> "training ends as its stop statements say";
            case Subgradient _ -> "at a kink the documented subgradient is used";
            case TestPartUnused _ -> "changing the test part changes no trained parameter";
        };
    }
}
