using IoSpec.Contracts;
using IoSpec.Contracts.Migration;
using IoSpec.Core.Migration;

namespace IoSpec.Tests.VfioUser;

/// <summary>A device that gives data in every state once there was a session.</summary>
internal sealed class ReadsAlways : ITarget<MigrationConfiguration, MigrationOperation>
{
    private readonly OptimizedMigration _inner = new();

    public TargetIdentity Identity => _inner.Identity;

    public void Reset(MigrationConfiguration configuration) => _inner.Reset(configuration);

    public Observation Apply(MigrationOperation operation)
    {
        var seen = _inner.Apply(operation);
        return operation is MigrationOperation.Read && seen is MigrationObservation.Failed
            ? new MigrationObservation.Transferred(new ByteCount(1))
            : seen;
    }
}
