Feature: Tea

  Scenario: good tea is told from weak tea
    Given the spec "specs/tea.nn"
    When the network is trained
    Then the accuracy is at least 95%
    And the gradcheck diff is below 1e-7
    And tea drawn for 4 minutes at 95 degrees is "good"
    And tea drawn for 1 minute at 75 degrees is "weak"
