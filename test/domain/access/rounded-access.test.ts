import { roundedAccess } from "../../../src/domain/access/rounded-access";

const scenario = { minutes: 15, speedKmh: 3.5, detourFactor: 1.3 };
const figures = {
  coveredPeople: 66.666_66,
  coveredShare: 0.666_666_6,
  gapPeople: 33.333_33,
  gapPer1000: 333.333_33,
  nearestMinutes: 12.345,
  twoStepScore: 0.123_456,
  enhancedScore: 0.045_67,
};

test("people to one digit, shares and scores to four digits, a radius to a metre, and the span of the gap", () => {
  const slower = { ...scenario, speedKmh: 2.5 };
  const coverage = { coveredPeople: 50.04, coveredShare: 0.500_44, gapPer1000: 499.96 };
  const access = {
    people: 100,
    figures,
    sensitivity: [
      { scenario, coveredPeople: 66.666_66, coveredShare: 0.666_666_6, gapPer1000: 333.333_33 },
      { scenario: slower, ...coverage },
    ],
  };
  expect(roundedAccess(access, { ...figures, nearestMinutes: null })).toEqual({
    people: 100,
    figures: {
      coveredPeople: 66.7,
      coveredShare: 0.6667,
      gapPeople: 33.3,
      gapPer1000: 333.3,
      nearestMinutes: 12.3,
      twoStepScore: 0.1235,
      enhancedScore: 0.0457,
    },
    before: {
      coveredPeople: 66.7,
      coveredShare: 0.6667,
      gapPeople: 33.3,
      gapPer1000: 333.3,
      nearestMinutes: null,
      twoStepScore: 0.1235,
      enhancedScore: 0.0457,
    },
    sensitivity: [
      {
        walkingSpeedKmh: 3.5,
        detourFactor: 1.3,
        radiusMetres: 673,
        coveredPeople: 66.7,
        coveredShare: 0.6667,
        gapPer1000: 333.3,
      },
      {
        walkingSpeedKmh: 2.5,
        detourFactor: 1.3,
        radiusMetres: 481,
        coveredPeople: 50,
        coveredShare: 0.5004,
        gapPer1000: 500,
      },
    ],
    gapPer1000Low: 333.3,
    gapPer1000High: 500,
  });
});

test("an area without residents has nothing to round", () => {
  expect(roundedAccess({ people: 0, figures: null, sensitivity: [] }, figures)).toBeNull();
});
