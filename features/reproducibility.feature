Feature: The same bits everywhere

  The result of a training does not depend on the kernels or on the number of threads.

  Scenario Outline: <spec> ends in the same parameters with both kernel sets
    Given the spec "specs/<spec>.nn"
    Then scalar and SIMD kernels give the same fingerprint

    Examples:
      | spec   |
      | xor    |
      | moons  |
      | digits |
      | iris   |
      | mazur  |

  Scenario: two threads give what one gives
    Given the spec "specs/digits.nn"
    Then 2 threads give the same fingerprint as one
