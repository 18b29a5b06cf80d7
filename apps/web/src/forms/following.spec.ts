import { follow, startFrom } from './following.js';

interface Letter {
  title: string;
  text: string;
  amount: string;
}

describe('a form that follows its record', () => {
  const read: Letter = { title: 'Night walks', text: '', amount: '4200000' };
  const opened = startFrom(read, 1);
  const typed = { ...opened, form: { ...read, text: 'By night.' } };

  it('takes over what others changed where nothing was typed', () => {
    const now = follow(typed, { ...read, title: 'Night walks of Busan' }, 2);
    expect(now.form).toEqual({ title: 'Night walks of Busan', text: 'By night.', amount: '4200000' });
    expect(now.takenOver).toEqual(['title']);
    expect(now.clashes).toEqual([]);
  });

  it('keeps what was typed and tells what others wrote there', () => {
    const now = follow(typed, { ...read, text: 'By day.' }, 2);
    expect(now.form.text).toBe('By night.');
    expect(now.clashes).toEqual([{ field: 'text', theirs: 'By day.' }]);
  });

  it('tells of a field once, as it stands now, and of earlier changes still', () => {
    const once = follow(typed, { ...read, text: 'By day.', amount: '1' }, 2);
    const twice = follow(once, { ...read, text: 'At dawn.', amount: '1' }, 3);
    expect(twice.clashes).toEqual([{ field: 'text', theirs: 'At dawn.' }]);
    expect(twice.takenOver).toEqual(['amount']);
    expect(twice.seen).toBe(3);
  });

  it('sees no change of others in another spelling of what was sent from here', () => {
    const sent = { ...read, text: 'By night. ', amount: '4,300,000' };
    const answered = { ...read, text: 'By night.', amount: '4300000' };
    const accepted = { ...startFrom(sent, 1), base: sent, known: answered };
    const now = follow(accepted, answered, 2);
    expect([now.form, now.takenOver, now.clashes]).toEqual([sent, [], []]);
  });
});
