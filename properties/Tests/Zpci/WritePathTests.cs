using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;
using IoSpec.Mutants;
using IoSpec.Reference.Zpci;
using Xunit;
using Op = IoSpec.Contracts.Zpci.ZpciOperation;

namespace IoSpec.Tests.Zpci;

/// <summary>Every bad path of a write is told by one write, and by the requirement that it breaks.</summary>
public sealed class WritePathTests
{
    private static readonly ZpciTraits Ism = new(
        Relaxed: true, IsIsm: true, HasMsix: false, DeviceMio: false, HostMio: true, GuestMio: false, Surfaced: true,
        Honoured: true, OnlyBar2: false, new ByteCount(4096), new ByteCount(1ul << 48), new ByteCount(4096),
        new Iova(1ul << 32), new Iova((1ul << 40) - 1));

    private static readonly ZpciTraits Strict = Ism with
    {
        Relaxed = false,
        IsIsm = false,
        MostStored = new ByteCount(128),
        BarSize = new ByteCount(1 << 14),
    };

    private static readonly ZpciTraits Short = Ism with { MostStored = new ByteCount(128) };

    public static TheoryData<string, string, string> Paths() => new()
    {
        { "zpci-block-store-split-by-eight", "ZPCI-ISM-01", "block" },
        { "zpci-block-store-split-by-widths", "ZPCI-ISM-01", "block" },
        { "zpci-short-block-store-as-register", "ZPCI-ISM-02", "header" },
        { "zpci-mio-where-host-has-it", "ZPCI-ISM-03", "block" },
        { "zpci-data-must-be-aligned", "ZPCI-ISM-04", "odd" },
        { "zpci-crossing-let-through", "ZPCI-ISM-05", "crossing" },
        { "zpci-limit-ignored", "ZPCI-ISM-06", "long" },
        { "zpci-move-pieces-reversed", "ZPCI-ISM-07", "move" },
        { "zpci-move-signals-always", "ZPCI-ISM-08", "move" },
        { "zpci-header-before-body", "ZPCI-ISM-09", "command" },
        { "zpci-offset-cut-at-40-bits", "ZPCI-ISM-11", "far" },
        { "zpci-store-to-configuration", "ZPCI-ISM-13", "configuration" },
        { "zpci-retry-duplicates", "ZPCI-ISM-18", "busy" },
        { "zpci-strict-alignment-ignored", "ZPCI-INS-01", "strict-odd" },
        { "zpci-strict-pieces-reversed", "ZPCI-STB-01", "strict" },
        { "zpci-strict-bytes-swapped", "ZPCI-STB-02", "strict" },
        { "zpci-copy-place-rounded-down", "ZPCI-CPY-01", "copy" },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_bad_path_breaks_its_requirement_with_one_write(string mutant, string requirement, string write)
    {
        var bad = MutantCatalogue.All.Single(m => m.Id == mutant);
        Assert.Equal(requirement, bad.Requirement);
        Assert.Contains(requirement, Broken((ITarget<ZpciConfiguration, Op>)bad.Open(), write), StringComparer.Ordinal);
        Assert.Empty(Broken(new ZpciReference(ZpciRules.Standard), write));
    }

    private static List<string> Broken(ITarget<ZpciConfiguration, Op> target, string write)
    {
        var traits = write.StartsWith("strict", StringComparison.Ordinal) ? Strict : write == "long" ? Short : Ism;
        var configuration = new ZpciConfiguration(traits);
        target.Reset(configuration);
        var (state, violations) = (new ZpciState(configuration), new List<Violation>());
        var verdicts = new Verdicts(violations);
        foreach (var operation in new[] { new Op.Enable(HandleChoice.Current, 1), Write(write) })
        {
            Assert.True(ZpciForm.Applies(state, operation));
            ZpciJudge.Judge(state, operation, target.Apply(operation), ref verdicts);
        }

        return [.. violations.Select(violation => violation.Requirement.Id)];
    }

    private static Op Write(string write) => write switch
    {
        "header" => Block(2, 0, 0, 8),
        "odd" => Block(0, 1, 3, 11),
        "crossing" => Block(0, 4088, 0, 16),
        "long" => Block(0, 0, 0, 136),
        "far" => Block(0, 1ul << 40, 0, 16),
        "configuration" => Block(15, 0, 0, 16),
        "strict-odd" => Block(0, 0, 0, 20),
        "move" => Move(busyAt: 0),
        "busy" => Move(busyAt: 1),
        "command" => new Op.Command(Data(0), new ByteCount(24), 0, 0),
        "copy" => new Op.Copy(new BarOffset(1), Data(0), new ByteCount(8)),
        _ => Block(0, 0, 0, 32),
    };

    private static Op.BlockStore Block(int space, ulong at, ulong data, ulong length) => new(
        HandleChoice.Current, space, new BarOffset(at), Data(data), new ByteCount(length), IsMio: false);

    private static Op.Move Move(int busyAt) =>
        new(new BarOffset(0xf00), Data(0), new ByteCount(4352), Signals: true, busyAt, 0);

    private static Gpa Data(ulong offset) => ZpciGuest.First.Plus(offset);
}
