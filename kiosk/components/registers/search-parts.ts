// What a search shows of registers, fetched together when the first of it is needed.
import '../../styles/registers.css';

export { MoreOfRegister } from './more-of-register.tsx';
export { RegisterFacets } from './register-facets.tsx';
export { RegisterScope } from './register-scope.tsx';
