using IoSpec.Contracts.Migration;
using IoSpec.Engine;
using IoSpec.Reference.Migration;

namespace IoSpec.Areas.Migration;

/// <summary>Draws what one who drives a group of devices is to bring about, and what fails meanwhile.</summary>
internal static class GroupDraw
{
    private static readonly MigrationGoal[] Goals = Enum.GetValues<MigrationGoal>();

    public static MigrationOperation.Orchestrate Next(GroupState plan, ref Choices choices)
    {
        var goal = Goals[choices.Below(Goals.Length)];
        while (!plan.MayAimAt(goal)) goal = Goals[choices.Below(Goals.Length)];
        var breaks = choices.OneIn(6)
            ? new DeviceFailure(choices.Below(plan.States.Length), choices.Below(3))
            : null;
        return new MigrationOperation.Orchestrate(goal, breaks);
    }
}
