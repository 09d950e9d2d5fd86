using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tests.Toy;
using Xunit;

namespace IoSpec.Tests.Engine;

public sealed class FailureSetTests
{
    [Fact]
    public void Of_every_signature_the_failure_of_the_lowest_case_is_kept()
    {
        var failures = new FailureSet();
        foreach (var index in (long[])[5, 3, 9]) failures.Add(Of(ToyRequirements.Sum, index));
        failures.Add(Of(ToyRequirements.Read, 7));
        Assert.Equal(
            [("TOY-READ-01", 7L), ("TOY-SUM-01", 3L)], failures.All.Select(f => (f.Signature.Requirement, f.Case)));
    }

    [Fact]
    public void The_signature_is_requirement_field_operation_and_deviation()
    {
        var failures = new FailureSet();
        var violation = Of(ToyRequirements.Sum, 0).Violation;
        Operation[] kinds = [new ToyOperation.Borrow(), new ToyOperation.Read(new Register(1))];
        foreach (var operation in kinds)
        {
            var played = new CaseSteps();
            played.Add(operation, new ToyObservation.Done());
            failures.Add([violation], 0, new ToyConfiguration(1), played, 1);
        }

        Assert.Equal(
            ["TOY-SUM-01/answer/borrow/wrongvalue", "TOY-SUM-01/answer/read/wrongvalue"],
            failures.All.Select(f => f.Signature.ToString()), StringComparer.Ordinal);
    }

    [Fact]
    public void Losses_are_counted_by_skeleton()
    {
        var failures = new FailureSet();
        Assert.Equal([1, 2, 1, 3], [
            failures.CountLoss("a"), failures.CountLoss("a"), failures.CountLoss("b"), failures.CountLoss("a")]);
    }

    private static Failure Of(Requirement requirement, long index)
    {
        var violation = new Violation(requirement, "answer", Deviation.WrongValue, "1", "2");
        var signature = new Signature(requirement.Id, "answer", "sum", Deviation.WrongValue);
        return new Failure(signature, violation, index, new ToyConfiguration(1), [], []);
    }
}
