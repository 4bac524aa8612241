package brickwork.model;

/** The number type of training and prediction. */
public enum Precision implements Named {
    F32,
    F64;

    /** The word of the language: {@code f32} or {@code f64}. */
    @Override
    public String word() {
        return this == F32 ? "f32" : "f64";
    }
}
