package chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// People come, talk, send files, stall, leave and die at random, through both doors. Whatever happens has one order,
/// and everyone hears it in that order.
class PropertyTest {

    private static final long SEED = 20_261_121;

    @Test
    void whatHappensHasOneOrderForEveryoneAndEveryCountIsRight() throws Exception {
        System.out.println("seed " + SEED);
        try (RandomTalk talk = new RandomTalk(SEED)) {
            talk.run();
            Chronicle chronicle = new Chronicle(talk.stayers().getFirst().heard());
            chronicle.assertCounts();
            assertThat(chronicle.present()).containsExactlyInAnyOrderElementsOf(
                    talk.stayers().stream().map(Visitor::name).toList());
            talk.stayers().forEach(chronicle::assertHeardToTheEnd);
            talk.everyone().forEach(chronicle::assertHeardInOrder);
            talk.everyone().forEach(chronicle::assertSaidInOrder);
            talk.wellBehaved().forEach(chronicle::assertSaidWithoutLoss);
            assertThat(talk.droppedAsTooSlow()).as("of those who stalled, the server dropped").isPositive();
            System.out.println(talk);
        }
    }
}
