Feature: Handwritten digits

  Scenario: digits reaches 95% on test
    Given the spec "specs/digits.nn"
    When the network is trained
    Then the accuracy on the test part is at least 95%
    And the f1 on the test part is at least 95%
