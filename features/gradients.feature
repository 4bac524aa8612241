Feature: Gradients

  The backward gradient of every parameter agrees with a numeric one.

  Scenario Outline: gradcheck diff < 1e-7 for <spec>
    Given the spec "specs/<spec>.nn"
    Then the gradcheck diff is below 1e-7
    And the gradcheck norm is below 1e-9

    Examples:
      | spec   |
      | card   |
      | xor    |
      | moons  |
      | digits |
      | iris   |
      | mazur  |

  Scenario: the ridge penalty's gradient is right by itself
    Given the spec "specs/xor.nn"
    Then the gradcheck diff of the penalty is below 1e-12
