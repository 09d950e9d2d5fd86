using FsCheck;
using IoSpec.Contracts;
using IoSpec.Contracts.Migration;
using IoSpec.Engine;
using IoSpec.Reference.Migration;

namespace IoSpec.Areas.Migration;

/// <summary>The area <c>migration</c>: a device that goes through the states of a migration.</summary>
public sealed class MigrationArea : Area<MigrationConfiguration, MigrationCase, MigrationOperation>
{
    /// <inheritdoc/>
    public override string Id => MigrationRequirements.Area;

    /// <inheritdoc/>
    public override RequirementTable Requirements => MigrationRequirements.Table;

    /// <inheritdoc/>
    public override CoverTable Coverpoints => MigrationCoverpoints.Table;

    /// <inheritdoc/>
    public override IReadOnlyList<Knob> Knobs { get; } =
    [
        new("state", nameof(MigrationDraw)),
        new("reset", nameof(MigrationDraw)),
        new("change", nameof(StateDraw)),
        new("bits", nameof(RegionDraw)),
    ];

    /// <inheritdoc/>
    public override Requirement Liveness => MigrationRequirements.Live01;

    /// <inheritdoc/>
    public override Type CapabilitiesType => typeof(MigrationCapabilities);

    /// <inheritdoc/>
    public override Operation ResetOperation => new MigrationOperation.Reset();

    /// <inheritdoc/>
    protected override Type Observations => typeof(MigrationObservation);

    /// <inheritdoc/>
    public override string? ProblemOf(Configuration configuration) =>
        ((MigrationConfiguration)configuration).Problem();

    /// <inheritdoc/>
    public override NotApplicable? Excludes(Requirement requirement, Capabilities? capabilities) =>
        capabilities is MigrationCapabilities own ? MigrationApplicability.Excludes(requirement, own) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<FailingCall> FailingCalls { get; } =
    [
        new("step", (operation, n) => operation is MigrationOperation.SetState or MigrationOperation.SetBits
            ? [new MigrationOperation.FailNext(n), operation]
            : null,
            operation => operation is MigrationOperation.FailNext ? null : operation),
    ];

    /// <inheritdoc/>
    protected override Gen<MigrationConfiguration> Configurations(Capabilities? capabilities) =>
        MigrationConfigurations.For(capabilities as MigrationCapabilities);

    /// <inheritdoc/>
    protected override MigrationCase Start(MigrationConfiguration configuration) => new(configuration);

    /// <inheritdoc/>
    protected override MigrationOperation Draw(MigrationCase plan, ref Choices choices, Capabilities? capabilities) =>
        plan switch
        {
            { Device: { } device } => MigrationDraw.Next(device, ref choices),
            { Region: { } region } => RegionDraw.Next(region, ref choices),
            _ => GroupDraw.Next(plan.Group!, ref choices),
        };

    /// <inheritdoc/>
    protected override bool Applies(MigrationCase state, MigrationOperation operation) => operation switch
    {
        MigrationOperation.Orchestrate goal => state.Group?.MayAimAt(goal.Goal) ?? false,
        _ when state.Region is { } region => RegionForm.Applies(region, operation),
        _ => state.Device is { } device && MigrationForm.Applies(device, operation),
    };

    /// <inheritdoc/>
    protected override Observation Answer(MigrationCase state, MigrationOperation operation) => operation switch
    {
        MigrationOperation.Orchestrate goal => new GroupDriver(
            state.Group!.Traits, GroupRules.Standard, [.. state.Group.States], goal.Breaks).AimAt(goal.Goal),
        _ when state.Region is { } region => RegionAnswer.To(region.Model, operation),
        _ => DeviceAnswer.To(state.Device!.Model, operation),
    };

    /// <inheritdoc/>
    protected override After Judge(
        MigrationCase state, MigrationOperation operation, Observation seen, ref Verdicts verdicts) =>
        operation switch
        {
            MigrationOperation.Orchestrate goal => GroupJudge.Judge(state.Group!, goal, seen, ref verdicts),
            _ when state.Region is { } region => RegionJudge.Judge(region, operation, seen, ref verdicts),
            _ => MigrationJudge.Judge(state.Device!, operation, seen, ref verdicts),
        };
}
