using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Migrating;
using Xunit;

namespace IoSpec.Tests.Qemu.Migrating;

public sealed class MigratingTargetTests
{
    private static readonly IommuOperation Operation = new IommuOperation.CreateDomain(new DomainId(1));

    [Fact]
    public void The_machine_is_migrated_once_at_the_start_and_then_before_the_operations_of_the_plan()
    {
        var machine = new Machine();
        using var target = Migrating(machine);
        Assert.Equal(["move"], machine.Log);
        Assert.Same(IommuObservation.Done.Instance, target.Apply(Operation));
        Assert.Equal(["move", "move", "apply"], machine.Log);
    }

    [Fact]
    public void A_machine_that_cannot_be_migrated_is_no_target()
    {
        var machine = new Machine { Refusal = "State blocked by non-migratable device 'amd-iommu'" };
        var error = Assert.Throws<TargetUnavailableException>(() => Migrating(machine));
        Assert.Equal(machine.Refusal, error.Message);
        Assert.Equal(["dispose"], machine.Log);
    }

    [Fact]
    public void A_machine_that_does_not_arrive_is_lost()
    {
        var machine = new Machine();
        using var target = Migrating(machine);
        machine.IsLost = true;
        Assert.Equal(Loss.Crashed, Assert.Throws<TargetLostException>(() => target.Apply(Operation)).Kind);
    }

    private static MigratingTarget<IommuConfiguration, IommuOperation> Migrating(Machine machine) =>
        new(machine, machine, new MovePlan(1));

    private sealed class Machine : ITarget<IommuConfiguration, IommuOperation>, IMovable, IDisposable
    {
        public List<string> Log { get; } = [];

        public string? Refusal { get; init; }

        public bool IsLost { get; set; }

        public TargetIdentity Identity => new("a machine", "1");

        public void Reset(IommuConfiguration configuration) => Log.Add("reset");

        public Observation Apply(IommuOperation operation)
        {
            Log.Add("apply");
            return IommuObservation.Done.Instance;
        }

        public void Move()
        {
            if (Refusal is { } reason) throw new TargetUnavailableException(reason);
            if (IsLost) throw new TargetLostException(Loss.Crashed, "the machine does not arrive");
            Log.Add("move");
        }

        public void Dispose() => Log.Add("dispose");
    }
}
