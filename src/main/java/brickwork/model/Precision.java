package brickwork.model;

/** The number type of training and prediction. */
public enum Precision {
    F32,
    F64;

    /** The word of the language: {@code f32} or {@code f64}. */
    public String word() {
        return this == F32 ? "f32" : "f64";
    }
}
