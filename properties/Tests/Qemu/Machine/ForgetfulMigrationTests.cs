using IoSpec.Areas.Walk;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Qemu.Boards;
using IoSpec.Qemu.Migrating;
using IoSpec.Qemu.Vtd;
using IoSpec.Qemu.Walk;
using Xunit;
using Xunit.Abstractions;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>What is lost in a migration is found by the requirements of the area.</summary>
/// <param name="output">Takes what was found.</param>
[Collection(QemuCollection.Name)]
public sealed class ForgetfulMigrationTests(ITestOutputHelper output)
{
    private const int Every = 8;
    private const uint TranslationOff = 1u << 26;
    private static readonly WalkArea Area = new();

    [SkippableFact]
    [Trait("Category", "Slow")]
    public void A_page_of_tables_that_is_lost_is_found() =>
        AssertFound(machine => machine.Memory.Bytes(new Gpa(0x10_0000), 64 * (int)Page.Bytes).Clear());

    [SkippableFact]
    [Trait("Category", "Slow")]
    public void A_register_that_is_lost_is_found() =>
        AssertFound(machine => VtdTarget.Port(machine).Write(VtdRegister.GlobalCommand, TranslationOff));

    private void AssertFound(Action<QemuMachine> forget)
    {
        QemuInstallation.Require();
        var settings = new CampaignSettings { Seed = 1, Cases = 3, ShrinkEvaluations = 1 };
        var result = new Campaign(Area, settings, null)
            .RunHere(new TargetSource("a forgetful machine", NeedsWorker: false, () => Start(forget)));
        foreach (var failure in result.Failures)
            output.WriteLine($"{failure.Signature}, case {failure.Case}, {failure.Operations.Count} operations");
        Assert.NotEmpty(result.Failures);
    }

    private static MigratingTarget<WalkConfiguration, WalkOperation> Start(Action<QemuMachine> forget)
    {
        var options = VtdOptions.From([new("migrate", "8")]);
        var target = new WalkTarget(() => Forgetful(WalkMachine.Vtd(options), forget));
        return new MigratingTarget<WalkConfiguration, WalkOperation>(target, target, new MovePlan(Every));
    }

    private static WalkMachine Forgetful(WalkMachine machine, Action<QemuMachine> forget) =>
        machine with { Board = new Forgetting((QemuMachine)machine.Board!, forget) };

    private sealed class Forgetting(QemuMachine machine, Action<QemuMachine> forget) : IMovable
    {
        public void Move()
        {
            machine.Move();
            forget(machine);
            machine.Flush();
        }
    }
}
