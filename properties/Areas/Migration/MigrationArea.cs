using FsCheck;
using IoSpec.Contracts;
using IoSpec.Contracts.Migration;
using IoSpec.Engine;
using IoSpec.Reference.Migration;

namespace IoSpec.Areas.Migration;

/// <summary>The area <c>migration</c>: a device that goes through the states of a migration.</summary>
public sealed class MigrationArea : Area<MigrationConfiguration, MigrationState, MigrationOperation>
{
    /// <inheritdoc/>
    public override string Id => MigrationRequirements.Area;

    /// <inheritdoc/>
    public override RequirementTable Requirements => MigrationRequirements.Table;

    /// <inheritdoc/>
    public override CoverTable Coverpoints => MigrationCoverpoints.Table;

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
    protected override Gen<MigrationConfiguration> Configurations(Capabilities? capabilities) =>
        MigrationConfigurations.For(capabilities as MigrationCapabilities);

    /// <inheritdoc/>
    protected override MigrationState Start(MigrationConfiguration configuration) =>
        new(((MigrationConfiguration.OneDevice)configuration).Traits);

    /// <inheritdoc/>
    protected override MigrationOperation Draw(
        MigrationState plan, ref Choices choices, Capabilities? capabilities) => MigrationDraw.Next(plan, ref choices);

    /// <inheritdoc/>
    protected override bool Applies(MigrationState state, MigrationOperation operation) =>
        MigrationForm.Applies(state, operation);

    /// <inheritdoc/>
    protected override Observation Answer(MigrationState state, MigrationOperation operation) =>
        DeviceAnswer.To(state.Model, operation);

    /// <inheritdoc/>
    protected override After Judge(
        MigrationState state, MigrationOperation operation, Observation seen, ref Verdicts verdicts) =>
        MigrationJudge.Judge(state, operation, seen, ref verdicts);
}
