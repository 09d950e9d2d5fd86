using IoSpec.Areas.Iommu;
using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Core.Iommu;
using IoSpec.Engine;
using IoSpec.Reference.Iommu;
using IoSpec.Reference.Iommu.NotArchitectural;
using IoSpec.Tests.Support;
using Xunit;
using static IoSpec.Tests.Iommu.Steps;

namespace IoSpec.Tests.Iommu;

/// <summary>Every kind of operation and of observation through everything that takes one.</summary>
public sealed class NonsenseTests
{
    private static readonly IommuOperation[] Start =
    [
        Create(One), Attach(Nic, One), Map(One, 0, F, 4), Create(Two), Attach(Disk, Two), Map(Two, 0, Large, 512),
        Unmap(One, 0x1000), Write(Nic, 0x5000), new IommuOperation.SubmitInvalidation(Steps.All),
    ];

    private static readonly List<IommuOperation> Operations =
        [.. ShapeSamples.Of(Shape.Of(typeof(IommuOperation))).Cast<IommuOperation>()];

    private static readonly List<Observation> Observations =
        [.. ShapeSamples.Of(Shape.Of(typeof(IommuObservation))).Cast<Observation>()];

    [Fact]
    public void The_judge_takes_any_answer_to_any_operation()
    {
        foreach (var operation in Operations)
        {
            foreach (var observation in Observations)
            {
                var referee = Started();
                if (!referee.Applies(operation)) break;
                var after = referee.Step(operation, observation);
                Assert.True(observation is not Lost || after == After.Lost);
            }
        }
    }

    [Fact]
    public void The_model_answers_any_operation_so_that_the_judge_agrees()
    {
        foreach (var operation in Operations)
        {
            var referee = Started();
            if (!referee.Applies(operation)) continue;
            Assert.Equal(After.Consistent, referee.Step(operation, referee.Answer(operation)));
            Assert.Empty(referee.Violations);
        }
    }

    [Fact]
    public void Targets_answer_any_operation_with_an_observation_of_the_area()
    {
        ITarget[] targets = [new IommuReference(IommuRules.Standard, VersionChoice.Former), new OptimizedIommu()];
        var shape = Shape.Of(typeof(IommuObservation));
        foreach (var player in targets.Select(new IommuArea().Play))
        {
            foreach (var operation in Operations)
            {
                Assert.Null(player.Reset(Machine(Traits)));
                foreach (var step in Start) player.Apply(step);
                var seen = player.Apply(operation);
                Assert.True(shape.Holds(seen) && seen is not Lost, $"{operation} -> {seen}");
            }
        }
    }

    private static Referee Started()
    {
        var referee = new Referee(new IommuArea());
        referee.Start(Machine(Traits));
        foreach (var step in Start) referee.Step(step, referee.Answer(step));
        return referee;
    }
}
