Feature: The example worked by hand

  Two inputs, two hidden units, two outputs, biases that do not learn. Every number follows from the article's own derivation.

  Scenario: one step by hand
    Given the spec "specs/mazur.nn"
    When the network is trained
    Then the initial loss is 0.2983711087600027 within 1e-12
    And the loss is 0.29102777369359933 within 1e-12
    And layer1.weight is, within 1e-12:
      | 0.1497807161327628  | 0.19956143226552567 |
      | 0.24975114363236958 | 0.29950228726473915 |
    And layer2.weight is, within 1e-12:
      | 0.35891647971788465 | 0.4086661860762334 |
      | 0.5113012702387375  | 0.5613701211079891 |
    And layer1.bias is, within 0:
      | 0.35 |
      | 0.35 |

  Scenario: ten thousand steps
    Given the spec "specs/mazur.nn"
    And the constant steps is 10000
    When the network is trained
    Then the loss is 3.510187782978859e-05 within 3.5e-14
    And the output for "0.05 0.10" is "0.01591362044355068 0.9840642735146238" within 1e-11
