using IoSpec.Contracts;
using IoSpec.Qemu.Ioat;
using IoSpec.Qemu.S390;
using Xunit;

namespace IoSpec.Tests.Qemu.Ioat;

/// <summary>What becomes of instructions that a function in error refuses.</summary>
public sealed class RecoveringRunnerTests
{
    private const int InError = 40;
    private const int Blocked = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly Instruction Reset = new(0, default);

    [Theory]
    [InlineData(InError)]
    [InlineData(Blocked)]
    public void Every_instruction_is_done_once_and_in_order_however_often_errors_come(int status)
    {
        var function = new Function(status) { ErrorsBefore = { [2] = 1, [3] = 2, [5] = 3 } };
        var runner = new RecoveringRunner(function, () => Reset, Patience);
        var endings = Run(runner);
        Assert.Equal([1, 2, 3, 4, 5], function.Done);
        Assert.All(endings, ending => Assert.Equal(0, ending.Condition));
        Assert.Equal((6, 6), (runner.Errors, function.Recovered));
    }

    [Fact]
    public void Errors_without_end_are_told()
    {
        var function = new Function(InError) { ErrorsBefore = { [3] = int.MaxValue } };
        var endings = Run(new RecoveringRunner(function, () => Reset, Patience));
        Assert.Equal([1, 2], function.Done);
        Assert.Equal(RecoveringRunner.MostRefusals, function.Recovered);
        Assert.Equal([0, 0, 1, 1, 1], endings.Select(ending => ending.Condition));
    }

    [Fact]
    public void Patience_ends()
    {
        var function = new Function(InError) { ErrorsBefore = { [1] = int.MaxValue } };
        Run(new RecoveringRunner(function, () => Reset, TimeSpan.FromTicks(-1)));
        Assert.Equal(0, function.Recovered);
    }

    [Fact]
    public void What_is_refused_for_another_reason_is_not_repeated()
    {
        var function = new Function(status: 24) { ErrorsBefore = { [2] = 1 } };
        var endings = Run(new RecoveringRunner(function, () => Reset, Patience));
        Assert.Equal((0, 1), (function.Recovered, endings[1].Condition));
    }

    [Fact]
    public void An_error_is_ended_or_there_was_none()
    {
        Recover(new Ending(0, 0, default));
        Recover(Function.Refusal(1, 24));
        Assert.All(
            [Function.Refusal(1, InError), new Ending(3, 0, default), new Ending(2, 0, default),
                new Ending(0, 6, default)],
            ending => Assert.Equal(
                Loss.Garbage, Assert.Throws<TargetLostException>(() => Recover(ending)).Kind));
    }

    private static void Recover(Ending ending) =>
        new RecoveringRunner(new Function(InError) { EndOfReset = ending }, () => Reset, Patience).Recover();

    private static Ending[] Run(RecoveringRunner runner)
    {
        var endings = new Ending[5];
        runner.RunAll([.. Enumerable.Range(1, 5).Select(i => new Instruction((ulong)i, default))], endings, 2);
        return endings;
    }

    // In error it refuses everything; some instructions find it in error again.
    private sealed class Function(int status) : IInstructionRunner
    {
        private bool _isInError;

        public SortedDictionary<ulong, int> ErrorsBefore { get; } = [];

        public List<ulong> Done { get; } = [];

        public int Recovered { get; private set; }

        public Ending EndOfReset { get; init; }

        public static Ending Refusal(int register, int status)
        {
            var registers = default(Registers);
            registers[register] = (ulong)status << 24;
            return new Ending(1, 0, registers);
        }

        public void RunAll(ReadOnlySpan<Instruction> instructions, Span<Ending> endings)
        {
            for (var i = 0; i < instructions.Length; i++) endings[i] = Do(instructions[i]);
        }

        private Ending Do(Instruction instruction)
        {
            if (instruction.Image == Reset.Image)
            {
                Recovered++;
                _isInError = false;
                return EndOfReset;
            }

            if (!_isInError && ErrorsBefore.GetValueOrDefault(instruction.Image) is > 0 and var left)
            {
                ErrorsBefore[instruction.Image] = left - 1;
                _isInError = true;
            }

            if (_isInError) return Refusal(2, status);
            Done.Add(instruction.Image);
            return default;
        }
    }
}
