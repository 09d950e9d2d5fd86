using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Reference.Walk;
using IoSpec.Reference.Walk.Riscv;

namespace IoSpec.Areas.Walk.Riscv;

/// <summary>Where things are in the plan of a case.</summary>
internal static class RiscvPlan
{
    /// <summary>The pages before this one are roots of device directories, one for each number of levels.</summary>
    public const int FirstFreePage = 4;

    private const uint Spread = 0x9e37_79b1;

    public static RiscvUnit Unit(WalkState plan) => new((WalkUnit.Riscv)plan.Configuration.Unit);

    /// <summary>ddtp with a directory of some levels.</summary>
    public static Word Directory(WalkState plan, int levels) => Pointer(FrameDraw.PageAt(plan, levels)).With(
        9, 0, (ulong)levels + 1);

    /// <summary>The levels of the directory now; 0 if there is none.</summary>
    public static int Levels(WalkState plan) => Math.Max(0, (int)Ddtp(plan).Field(3, 0) - 1);

    public static Word Ddtp(WalkState plan) => plan.Register(UnitRegister.Tables).Now;

    /// <summary>An entry with a PPN.</summary>
    public static Word Pointer(Gpa to) => new(to.Value >> Page.Shift << 10);

    /// <summary>The table that an entry points to.</summary>
    public static Gpa Table(Word entry) => new(entry.Field(53, 10) << Page.Shift);

    /// <summary>A word of memory, if it is one of a table.</summary>
    public static Word Now(WalkState plan, Gpa at) => plan.Configuration.IsTable(at) ? plan.Memory.Now(at) : default;

    /// <summary>The device context of a requester as the directory is now; null if nothing leads to it.</summary>
    public static Gpa? Context(WalkState plan, RequesterId requester)
    {
        var table = Table(Ddtp(plan));
        for (var i = Levels(plan) - 1; i > 0; i--)
        {
            var entry = Now(plan, table.Plus(DirectoryShape.DeviceSlot(Unit(plan), requester, i)));
            if (!entry.Has(0)) return null;
            table = Table(entry);
        }

        var at = table.Plus(DirectoryShape.DeviceSlot(Unit(plan), requester, 0));
        return plan.Configuration.IsTable(at) ? at : null;
    }

    /// <summary>
    /// A tag that belongs to the place of a context: under one tag there are only tables of one context.
    /// </summary>
    public static uint Tag(Gpa context) => (uint)(context.Value >> 4) * Spread >> 12 | 1;
}
