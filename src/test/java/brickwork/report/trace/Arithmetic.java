package brickwork.report.trace;

import java.util.List;

/** Works out what a reader with a pencil would: numbers, + - * / ^, parentheses, bars, and the functions a trace writes. */
final class Arithmetic {

    private static final List<String> FUNCTIONS = List.of("tanh", "sqrt", "sign", "erf", "max", "min", "ln");

    private final String text;
    private int at;

    private Arithmetic(String text) {
        this.text = text.replace(" ", "");
    }

    static double value(String expression) {
        var arithmetic = new Arithmetic(expression);
        var value = arithmetic.sum();
        if (arithmetic.at < arithmetic.text.length()) {
            throw new IllegalArgumentException("no expression: " + expression + " at " + arithmetic.text.substring(arithmetic.at));
        }
        return value;
    }

    private double sum() {
        var value = product();
        while (true) {
            if (takes("+")) {
                value += product();
            } else if (takes("-")) {
                value -= product();
            } else {
                return value;
            }
        }
    }

    private double product() {
        var value = signed();
        while (true) {
            if (takes("*")) {
                value *= signed();
            } else if (takes("/")) {
                value /= signed();
            } else {
                return value;
            }
        }
    }

    private double signed() {
        return takes("-") ? -power() : power();
    }

    private double power() {
        var base = primary();
        return takes("^") ? Math.pow(base, signed()) : base;
    }

    private double primary() {
        if (takes("(")) {
            var value = sum();
            expect(")");
            return value;
        }
        if (takes("|")) {
            var value = Math.abs(sum());
            expect("|");
            return value;
        }
        for (var function : FUNCTIONS) {
            if (takes(function)) {
                return apply(function);
            }
        }
        if (takes("e^")) {
            return Math.exp(signed());
        }
        return takes("pi") ? Math.PI : number();
    }

    private double apply(String function) {
        if (function.equals("max") || function.equals("min")) {
            expect("(");
            var first = sum();
            expect(",");
            var second = sum();
            expect(")");
            return function.equals("max") ? Math.max(first, second) : Math.min(first, second);
        }
        var argument = primary();
        return switch (function) {
            case "tanh" -> Math.tanh(argument);
            case "sqrt" -> Math.sqrt(argument);
            case "sign" -> Math.signum(argument);
            case "erf" -> erf(argument);
            default -> Math.log(argument);
        };
    }

    /** 2/√π times the integral of e^(-t²), by Simpson's rule. */
    private static double erf(double x) {
        var steps = 2_000;
        var h = x / steps;
        var sum = 1 + Math.exp(-x * x);
        for (var i = 1; i < steps; i++) {
            sum += (i % 2 == 0 ? 2 : 4) * Math.exp(-i * h * i * h);
        }
        return 2 / Math.sqrt(Math.PI) * sum * h / 3;
    }

    private double number() {
        var start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        var exponent = text.substring(at).matches("e-?\\d.*");
        if (exponent) {
            at += text.charAt(at + 1) == '-' ? 2 : 1;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
        }
        return Double.parseDouble(text.substring(start, at));
    }

    private boolean takes(String word) {
        if (!text.startsWith(word, at)) {
            return false;
        }
        at += word.length();
        return true;
    }

    private void expect(String word) {
        if (!takes(word)) {
            throw new IllegalArgumentException("expected " + word + " at " + text.substring(at) + " of " + text);
        }
    }
}
