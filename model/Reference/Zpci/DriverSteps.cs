using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>The stores of which what a driver does consists, in order.</summary>
public static class DriverSteps
{
    /// <summary>The bit of an offset that tells the receiver.</summary>
    public const ulong Signal = 1ul << 23;

    /// <summary>How long the header of a command is.</summary>
    public const ulong Header = 8;

    /// <summary>A command: the body, then the header, which starts it.</summary>
    /// <param name="command">The command.</param>
    /// <returns>The stores.</returns>
    public static List<Transaction> Command(ZpciOperation.Command command)
    {
        var pieces = new List<Transaction>();
        var body = new Gpa(command.Data.Value + Header);
        if (command.Body.Value > 0) pieces.Add(Piece(2, new BarOffset(Header), command.Body.Value, body));
        pieces.Add(Piece(2, new BarOffset(0), Header, command.Data));
        return pieces;
    }

    /// <summary>A move: pieces that end where blocks of the buffer end; the last one signals.</summary>
    /// <param name="move">The move.</param>
    /// <returns>The stores.</returns>
    public static List<Transaction> Move(ZpciOperation.Move move)
    {
        var pieces = new List<Transaction>();
        for (ulong done = 0, length; done < move.Length.Value; done += length)
        {
            var at = move.At.Plus(done);
            var left = move.Length.Value - done;
            length = Math.Min(left, InstructionRules.Block - (at.Value % InstructionRules.Block));
            if (length == left && move.Signals) at = at.Plus(Signal);
            pieces.Add(Piece(0, at, length, new Gpa(move.Data.Value + done)));
        }

        return pieces;
    }

    /// <summary>A copy: block stores where they are allowed, else stores of registers.</summary>
    /// <param name="traits">What the function is.</param>
    /// <param name="copy">The copy.</param>
    /// <returns>The stores.</returns>
    public static List<Transaction> Copy(ZpciTraits traits, ZpciOperation.Copy copy)
    {
        var pieces = new List<Transaction>();
        for (ulong done = 0, length; done < copy.Length.Value; done += length)
        {
            var (at, data) = (copy.At.Plus(done), new Gpa(copy.Data.Value + done));
            var left = copy.Length.Value - done;
            var room = InstructionRules.Block - (at.Value % InstructionRules.Block);
            length = Math.Min(Math.Min(left, room), traits.MostStored.Value) & ~7ul;
            var isBlock = InstructionRules.IsAligned(at, data, length);
            if (!isBlock)
            {
                length = 8;
                while (length > left || at.Value % length != 0) length /= 2;
            }

            pieces.Add(Piece(0, at, length, data) with
            {
                Kind = isBlock ? AccessKind.BlockStore : AccessKind.Store,
            });
        }

        return pieces;
    }

    private static Transaction Piece(int space, BarOffset at, ulong length, Gpa data) =>
        new(AccessKind.BlockStore, space, at, new ByteCount(length), data, Bypasses: false);
}
