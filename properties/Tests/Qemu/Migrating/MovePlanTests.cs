using IoSpec.Qemu.Migrating;
using Xunit;

namespace IoSpec.Tests.Qemu.Migrating;

public sealed class MovePlanTests
{
    private static readonly string[] Words = [.. Enumerable.Range(0, 20_000).Select(i => $"map {i * 7919}")];

    [Fact]
    public void One_of_so_many_operations_is_preceded_by_a_migration()
    {
        var due = Due(new MovePlan(32), Words).Count(isDue => isDue);
        Assert.InRange(due, Words.Length / 40, Words.Length / 26);
    }

    [Fact]
    public void One_of_one_is_all_of_them() => Assert.All(Due(new MovePlan(1), Words), Assert.True);

    [Fact]
    public void A_case_again_is_migrated_at_the_same_places()
    {
        var plan = new MovePlan(8);
        var once = Due(plan, Words);
        plan.Restart();
        Assert.Equal(once, Due(plan, Words));
    }

    [Fact]
    public void What_is_left_out_before_changes_nothing_from_the_second_operation_on()
    {
        var whole = Due(new MovePlan(8), Words);
        Assert.Equal(whole[101..], Due(new MovePlan(8), Words[100..])[1..]);
    }

    [Fact]
    public void The_same_operation_is_not_always_or_never_one()
    {
        var plan = new MovePlan(8);
        var due = Words.Where(words => !plan.IsDue(words)).Select(_ => plan.IsDue("awaitInvalidations")).ToList();
        Assert.Contains(true, due);
        Assert.Contains(false, due);
    }

    private static List<bool> Due(MovePlan plan, IEnumerable<string> words) => [.. words.Select(plan.IsDue)];
}
