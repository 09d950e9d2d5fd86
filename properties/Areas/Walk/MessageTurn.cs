using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk;

/// <summary>Draws an operation about interrupt messages: one in every fourth case, seldom in others.</summary>
internal static class MessageTurn
{
    private static readonly int[] Weights =
    [
        24, // send
        3, // admit
        5, // turn a bit
        5, // another setting
        4, // put a former word back
        4, // covering command
        2, // await
        3, // read faults
        1, // program
    ];

    /// <summary>Whether the next operation is about messages.</summary>
    public static MessageDraw? Takes(WalkState plan, FormatDraw draw, ref Choices choices)
    {
        if (draw.Messages is not { } messages) return null;
        if ((plan.Configuration.Features & WalkFeatures.Messages) == 0) return null;
        var dwells = (choices.Swarm >> 56 & 3) == 0;
        return (dwells ? !choices.OneIn(8) : choices.OneIn(64)) ? messages : null;
    }

    public static WalkOperation Next(WalkState plan, MessageDraw draw, WalkFormat format, ref Choices choices)
    {
        if (!choices.OneIn(16) && draw.MakeReady(plan, ref choices) is { } first) return first;
        var message = draw.Next(plan, ref choices);
        if (plan.Last is WalkOperation.Write or WalkOperation.Await && choices.OneIn(2)) return Send(message);
        var trail = Trail.Of(plan, format, message);
        TrailStep? step = trail.Steps.Count > 0 ? trail.Steps[^1] : null;
        if (plan.Commands.Submitted.Count > 0 && choices.OneIn(3)) return new WalkOperation.Await();
        var allowed = AllowedMessages.Of(plan, format, message);
        if ((allowed.IsAmbiguous || allowed.Results.Count > 2) && !choices.OneIn(4))
            return new WalkOperation.Submit(draw.Flush);
        if (allowed.Results.Count > 1 && choices.OneIn(3))
            return new WalkOperation.Submit(draw.Covering(message, step, ref choices));
        if (trail.Delivery is MessageResult.Blocked && !choices.OneIn(3)
            && draw.Admit(plan, message, ref choices) is { Count: > 0 } admitting)
        {
            return new WalkOperation.Write(admitting);
        }

        return Of(choices.Weighted(Weights), plan, draw, message, step, ref choices) ?? Send(message);
    }

    private static WalkOperation? Of(
        int kind, WalkState plan, MessageDraw draw, in MessageRequest message, in TrailStep? step, ref Choices choices)
    {
        switch (kind)
        {
            case 1 when draw.Admit(plan, message, ref choices) is { Count: > 0 } admitting:
                return new WalkOperation.Write(admitting);
            case 2 when step is { } turned:
                var bit = turned.At.Plus((ulong)choices.Below(turned.Words) * 8);
                return Store(bit, plan.Memory.Now(bit).Flip(choices.Below(64)));
            case 3 when step is { } twisted:
                var index = choices.Below(twisted.Words);
                var at = twisted.At.Plus((ulong)index * 8);
                return Store(at, draw.Twist(plan.Memory.Now(at), index, ref choices));
            case 4 when step is { } restored:
                return Restore(plan, restored.At.Plus((ulong)choices.Below(restored.Words) * 8));
            case 5:
                return new WalkOperation.Submit(draw.Covering(message, step, ref choices));
            case 6:
                return new WalkOperation.Await();
            case 7:
                return new WalkOperation.ReadFaults();
            case 8:
                return draw.Reprogram(plan, ref choices);
            default:
                return null;
        }
    }

    private static WalkOperation.Write Restore(WalkState plan, Gpa at) =>
        plan.Memory.Find(at) is { Count: > 1 } history
            ? Store(at, history.At(history.Born(history.Count - 2)))
            : Store(at, default);

    private static WalkOperation.Write Store(Gpa at, Word value) => new([new EntryWrite(at, value)]);

    private static WalkOperation.Message Send(in MessageRequest message) =>
        new(message.Requester, message.At, message.Data);
}
