using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Ioat;

/// <summary>What the instructions mean.</summary>
/// <remarks>
/// Source: Linux arch/s390/pci/pci.c and pci_insn.c; QEMU hw/s390x/s390-pci-inst.c. A refresh that comes upon a
/// malformed entry may be refused, and then may have done a part.
/// </remarks>
/// <param name="rules">The decisions of the sources.</param>
internal sealed class ZpciCommands(ZpciRules rules)
{
    public const ulong Refresh = 0xd3;
    public const ulong Modify = 0xd0;
    public const int Register = 4;
    public const int Deregister = 5;
    public const int Reregister = 6;

    private const int MostEntries = 2048;

    private readonly ZpciWalk _walk = new(rules);

    public CommandEffect Decode(WalkState state, ValueList<Word> command)
    {
        var (head, first, second) = (WordOf(command, 0), new Iova(WordOf(command, 1).Value), WordOf(command, 2));
        var requester = new RequesterId((uint)head.Field(31, 0));
        var has = rules.HasTables(state.Register(UnitRegister.Function, requester).Now);
        if (head.Field(63, 56) == Refresh) return Refreshes(state, requester, first, second.Value, has);
        var control = (int)head.Field(55, 48);
        var isOpen = state.Unsettled.Contains(requester);
        if (!isOpen && has != control is Deregister or Reregister) return CommandEffect.Illegal.Instance;
        var scope = new CommandEffect.Invalidates(new ZpciScope.Function(requester)) { MayBeRefused = isOpen };
        var unit = UnitOf(state);
        if (control == Deregister)
            return scope with { Sets = new FunctionTables(requester, default, default, StartsEmpty: false) };
        if (!rules.IsRegistrable(unit, second, first)) return CommandEffect.Illegal.Instance;
        return scope with
        {
            Sets = new FunctionTables(requester, second, first.PageStart(), rules.CachesAbsence(unit)),
        };
    }

    /// <summary>
    /// Whether something is told of an instruction: its function is there, and no other one before it that may have
    /// been refused; tables lie where tables may; what is refused leaves the function as it was, or with
    /// tables that nobody knows.
    /// </summary>
    public static bool IsTold(WalkState state, ValueList<Word> command)
    {
        var (head, first, designation) = (WordOf(command, 0), WordOf(command, 1), WordOf(command, 2));
        if (command.Count > 3 || head.Field(47, 32) != 0) return false;
        if (state.Configuration.Device(new RequesterId((uint)head.Field(31, 0))) is not { } device) return false;
        if (head.Field(63, 56) == Refresh)
            return head.Field(55, 48) == 0 && !state.Unsettled.Contains(device.Requester);
        if (head.Field(63, 56) != Modify || state.Commands.Submitted.Count > 0) return false;
        var has = state.Register(UnitRegister.Function, device.Requester).Now != default;
        switch ((int)head.Field(55, 48))
        {
            case Deregister:
                return first == default && designation == default;
            case Register or Reregister:
                var (origin, unit) = (ZpciTables.OriginOf(designation), UnitOf(state));
                if (designation.Field(1, 0) != 0 || designation.Field(10, 5) != 0 || (origin.Value & 0x3fff) != 0)
                    return false;
                if (!state.Configuration.Tables.Holds(origin, new PageCount(4))) return false;
                return !has || ZpciRules.Standard.IsRegistrable(unit, designation, new Iova(first.Value));
            default:
                return false;
        }
    }

    private CommandEffect Refreshes(WalkState state, RequesterId requester, Iova from, ulong length, bool has)
    {
        if (!has) return rules.RefusesOutside ? CommandEffect.Illegal.Instance : CommandEffect.Nothing.Instance;
        var first = state.Register(UnitRegister.FirstAddress, requester).Now.Value;
        var last = UnitOf(state).Last.Value;
        var end = from.Value + length;
        if (from.Value % Page.Bytes != 0 || length == 0 || length % Page.Bytes != 0 || end < from.Value)
            return CommandEffect.Open.Instance;
        if (end < first || from.Value > last)
            return rules.RefusesOutside ? CommandEffect.Illegal.Instance : CommandEffect.Nothing.Instance;
        var range = new IovaRange(from, new Iova(end - 1));
        return from.Value >= first && range.Last.Value <= last && IsSound(state, requester, range)
            ? new CommandEffect.Invalidates(new ZpciScope.Pages(requester, range))
            : CommandEffect.Open.Instance;
    }

    // All entries on the way of all addresses, as far as there are not too many.
    private bool IsSound(WalkState state, RequesterId requester, IovaRange range)
    {
        var designation = state.Register(UnitRegister.Function, requester).Now;
        var at = range.First;
        for (var looked = 0; looked < MostEntries; looked++)
        {
            var level = ZpciTables.LevelOf(designation);
            if (!ZpciRules.Standard.Reaches(at, level)) return false;
            if (SoundLevel(state, ZpciTables.OriginOf(designation), level, at) is not { } reached) return false;

            // On with the address after what the last entry spans.
            var inside = (1ul << ZpciTables.ShiftOf(reached)) - 1;
            if (range.Last.Value - (at.Value & ~inside) <= inside) return true;
            at = new Iova((at.Value | inside) + 1);
        }

        return false;
    }

    // The level of the entry at which the way of an address ends; null if one on the way is malformed.
    private int? SoundLevel(WalkState state, Gpa table, int level, Iova at)
    {
        for (; ; level--)
        {
            var slot = ZpciTables.EntryOf(table, at, level);
            if (!state.Configuration.IsTable(slot)) return null;
            var entry = state.Memory.Now(slot);
            if (!_walk.IsSound(entry, level)) return null;
            if (!ZpciRules.Standard.IsValid(entry, level) || ZpciTables.IsLeaf(entry, level)) return level;
            table = ZpciTables.TableOf(entry, level);
        }
    }

    private static ZpciUnit UnitOf(WalkState state) => new((WalkUnit.Zpci)state.Configuration.Unit);

    private static Word WordOf(ValueList<Word> command, int index) => index < command.Count ? command[index] : default;
}
