Feature: Iris

  Scenario: three species are told apart
    Given the spec "specs/iris.nn"
    When the network is trained
    Then the accuracy on the test part is at least 90%
    And the loss decreases
